<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>キャンセルされました。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>行列と、最も大きな変化の前後の画像を載せたページ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>つながった変化ごとに1つのポリゴン。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>クラスの組ごとに1つの値を持つラスタ。変化していないところは 1 です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>同じ場所の2つのラスタの間で何が何に変化したかを、共通の凡例で見つけます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>1番目の時期</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>1つのモデルが両方の時期を見ます。どちらか一方、できれば両方で学習したモデルを使ってください。両者のずれを見つけて取り除き、変化していない地面をもとに一方の色をもう一方に合わせます。特徴が、変化していない地面よりも大きく異なり、もう一方の時期の2ピクセル以内のどのピクセルとも異なるピクセルを、変化したとみなします。

2番目の時期のピクセル格子と座標参照系は何でもかまいません。共通部分を1番目のピクセルの上で比べます。SELECTION がなければ、似たクラスタのグループがクラスになります。データなしでない雲は変化に数えられます。

3つ以上の時期は、バッチ処理で2つずつ比べてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>変化のポリゴン</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>レポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>2番目の時期</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>クラスタの選択</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>変化した面積の割合</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>これより小さい変化は、周囲と同じになります。25 ピクセル未満の変化は常にそうなります。地理参照がなければピクセル単位です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>最小の変化（地図単位の2乗）</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>テーブル</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>各クラスがほかの各クラスへ失った面積（平方メートル）。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>クラス。なければ、似たクラスタのグループ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>後のラスタ。バンドは同じです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>前のラスタ。このピクセル格子を使います。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>遷移</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>変化したところ</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>変化検出,2時期,差分,遷移行列,前,後,モニタリング,多時期</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>学習済みモデルを、同じバンドを持つラスタに適用します。学習に使ったラスタでも、別のラスタでもかまいません。

結果は元のラスタと同じピクセルを持ちます。クラスタ0は1、クラスタ1は2というように保存されます。0はnodataで、ラスタが有効でない場所にのみ現れます。クラスタの番号と色は、同じモデルのどのラスタでも同じです。

SEAM_INDEXは、処理タイルの境界をまたいでクラスタが変わる頻度が、タイル内部の同様の線に比べて何倍かを示します。1なら境界は目立ちません。

次の手順: 「参照データによるクラスタ選択」、またはCLASSESにtree=3,7; roof=12のように指定した「セグメンテーション」。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>確率を求めるクラスタのクラス。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>クラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>出現するクラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>信頼度</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>特徴量</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>中断された実行を続ける</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>各選択の明確さ: 1から、最も近いクラスタまでの距離と2番目に近いクラスタまでの距離の比を引いた値。0は優劣がつかないことを示します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>選択の各クラスの確率。クラスごとに 1 バンドで、クラスのないクラスタは 'other'。すべてのクラスタまでの距離から求めます。合計は 1 です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>各ピクセルが学習データとどれだけ異なるか: 最も近いクラスタまでの距離を、学習時のピクセルの距離(二乗平均平方根)で割った値。通常は1前後で、2以上なら学習時に似たものはありませんでした。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>クラスタの出力が完成するまで、処理済みのタイルを出力と同じ場所の隠しフォルダに保存します。キャンセルまたは強制終了された実行を同じパラメータで再開すると、そこから読み込みます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>クラスタのマッピング</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>新規度</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>クラスの確率</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>ラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>クラスタのラスタ。色と名前が付きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>モデルの学習に使ったものと同じバンドを持つラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>継ぎ目指数</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>選択</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>各ピクセルの正規化された特徴量。1つにつき1バンドで、サイズは大きくなります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>ラスタの各ピクセルのクラスタを書き出します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>教師なし,予測,推論,適用,クラスタリング,分類,セグメンテーション</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>どのブラウザでも開けるページ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>クラスタレポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>クラスタのレポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>モデルの各クラスタがラスタ上で何にあたるかを示します。最も純粋で明確な6つのパッチ、面積、各バンドの平均と標準偏差、隣接するクラスタが表示されます。どのクラスタが似ているかを樹形図で示し、1つのクラスにまとめる候補を提案します。提案は「セグメンテーション」のCLASSESに使えます。

ページはネットワーク接続を必要としない1つのファイルで、送付や印刷ができます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>モデルの学習に使ったラスタ、または同じバンドを持つ別のラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>各クラスタのカードと、どのクラスタが似ているかを示すページを書き出します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>カード,概要,凡例,結合,樹形図,サムネイル,スペクトル,html</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>各クラスのスコア、信頼区間、誤りの地図、混同行列を載せたページ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>全体精度</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>対象範囲</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>評価するクラスラスタまたはポリゴン。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>ラベル付きピクセルをすべて比較します。全体精度と、各クラスのIoU(和集合に対する共通部分の割合)、Dice、適合率、再現率、および参照データのクラスにわたるそれらの平均を求めます。

クラスは名前で対応付けられ、名前のないラスタのクラスは値で対応付けられます。ラスタの値がクラスであり、nodataはラベルなしです。参照データのポリゴンの外側のピクセルは、AREAの内側では「other」とみなされます。クラスが1つだけでAREAがない場合は、すべての場所でそうなります。それ以外はラベルなしです。参照データがあるのに地図が空の場所は、誤りになります。

点の参照データ、またはラベルが地図の20分の1に満たない参照データは標本です。その場合、レポートは地図全体の精度と各クラスの真の面積を95 %信頼区間付きで推定します(Olofsson et al. 2014)。標本の単位は、地図の各クラス内または全体から無作為に抽出されている必要があります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>「クラスタのマッピング」が書き出した地図の画素の信頼度。確かでない画素を除いたときに地図がどれだけ正しいかをレポートに示します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>評価</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>評価レポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>クラスラスタまたはポリゴンを参照データと比較します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>地図</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>平均Dice</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>平均IoU</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>参照データが完全である範囲のポリゴン。その外側は比較されません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>真のクラスを持つラスタ、ポリゴンまたは点。座標参照系は問いません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>参照データ</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>同じ内容のテーブル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>精度,混同行列,IoU,Dice,適合率,再現率,検証,グラウンドトゥルース</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>クラス</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>モデルをONNXにエクスポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>ONNXファイル</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>他のプログラムが一度に処理する行数と列数。大きいほどピクセルあたりの処理が速くなります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>書き出すファイル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>タイルサイズ</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>どのクラスタがどのクラスになるか。指定しない場合は、各クラスタが1つのクラスになります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>ONNX RuntimeやDeepnessなどのプラグイン用にモデルを書き出します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>学習済みモデルを、他のプログラムに必要な情報とともにONNXとして書き出します。入力は保存されているままのピクセル値、出力はクラスタのスコアで、選択を指定した場合はクラスのスコアです。プラグインDeepnessは、名前、タイルサイズ、重なりをファイルから読み取ります。

最良のクラスのスコアは(1 + 信頼度) / 2で、他はすべて0です。

「クラスタのマッピング」でもこのファイルを使えます。その場合に必要なのはONNX Runtimeだけです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,deepness,配備,変換,推論,共有,ネットワーク</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>前後のモザイク、差、ゲイン、オフセットのページ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>重なりの差 (後)</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>重なりの差 (前)</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>色調を揃えたシートのフォルダ</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>シートの色調を揃える</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>色調の異なるシートを、書き直さずに揃えます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>シートが 1 つだけでは揃える相手がありません。2 つ以上指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>重なるシートの差は、変化のない場所で {before} でしたが、今は {after} です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>シート</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>別の日や別のカメラで撮影されたモザイクのシートは、明るさとコントラストが異なり、別のクラスタになります。各シートの各バンドのゲインとオフセットを全シート同時に求め、重なり部分で地面を揃えます。雲など、そこで変化したものは考慮されません。重ならないシートは、似ている地面に基づいて合わせます。モザイクの平均は変わりません。

シートはそのまま残ります。結果は仮想ラスタ (VRT)、つまりシートを読む小さなファイルです。「クラスタリングネットワークの学習」はフォルダを、「クラスタのマッピング」はその一つ一つを、またはバッチですべてを受け取ります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>同じバンドを持つ 2 つ以上のラスタ。座標参照系と解像度は問いません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>シートの名前の仮想ラスタと、そのゲインとオフセットを記した harmonised.json。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>モザイク,継ぎ目,色調補正,放射量正規化,ヒストグラムマッチング,ゲイン,オフセット,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} が「{value}」です。{choices} のいずれかを使ってください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} が {value} です。{lowest} から {highest} までの数値でなければなりません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} が {value} です。{lowest} 以上の数値でなければなりません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} はクラスタの地図です。その元になった画像を選んでください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} と {other} がどちらも {name} という名前です。別々の名前を付けてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} と {other} は {path} で互いに上書きし合います。別々の名前を付けてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} は入力の {other} を上書きしてしまいます。どちらも {path} です。{output} に別の名前を付けてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>「クラスタリングネットワークの学習」が書き出したモデル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>「クラスタリングネットワークの学習」または「モデルをONNXにエクスポート」が書き出したモデル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>バンド</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>使用するバンド(順番どおり)。デフォルトはアルファバンドを除くすべて。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>直角にするクラス</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>クラスタ選択 (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>ClusterNetモデル (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>「クラスタのマッピング」が書き出した信頼度。各ポリゴンに、そのピクセルの平均値が付きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>デバイス</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>領域</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>その他のラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>頂点を減らすために輪郭が動いてよい距離。共有する輪郭は一緒に動くので、隙間も重なりも生じません。0ではピクセルの輪郭のままです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>処理に使ってよいメモリの量。少なくするとタイルが小さくなりますが、結果は変わりません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>単色の縁を残す</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>ファイルでnodataと宣言されていない、端に沿った真っ黒または真っ白の広い部分は除外され、その旨が表示されます。「はい」にすると画像の一部として扱います。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>最小の信頼度</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>メモリ (MB)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>モデル</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>モデル (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>roof など、輪郭を直線と直角（輪郭がそうであれば 45 度）にするクラスの名前。隣り合うポリゴンは隙間も重なりもなく隣り合ったままです。画素をうまく覆えなくなるポリゴンは元の輪郭を保ちます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>ONNXモデル (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>処理するラスタの部分。ピクセルに合わせて外側に広げられます。デフォルトは全体。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>信頼度がこれより低い画素はクラス「other」になります。「評価」のレポートは、値ごとにどれだけの面積が残り、どれだけ正しいかを示します。0 ではすべて残ります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>画像とあわせて見る、高さ(DSM、DTM、CHM)、クラス、または他のセンサのラスタ。格子と座標系は任意です。モデルの学習に使ったものは、モデルを使うときにも指定する必要があります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>簡素化の許容値 (地図単位)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>これより小さいポリゴンは、最も長い境界を共有する隣のポリゴンに結合されます。0ではすべて残します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>最小ポリゴン (地図単位の平方)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>各図形のクラス名を持つベクタレイヤのフィールド。指定しない場合、すべての図形が1つのクラスになります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>計算する場所。autoはグラフィックカードがあればそれを、なければプロセッサを使います。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{}: クラスのフィールド</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>クラスラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>クラスラスタをポリゴンに変換</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>クラスの連結領域ごとに、その周りにポリゴンを描きます。2つの連結領域が共有する輪郭は、両方に対して一度だけ簡素化されるため、隙間も重なりも生じません。外側の縁はピクセルのままです。最小面積に満たない連結領域は、穴を残さずに隣と結合されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>クラスラスタの連結領域の周りに、隙間も重なりもなくポリゴンを描きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>簡素化の後に角を切り落とす回数。0では角を残します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>ポリゴン</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>クラス、面積、周長、コンパクト度、長さ、幅、方向、隣接クラスを持つポリゴン。単位は楕円体上のメートル、ラスタに座標参照系がなければ画素です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>整数のラスタ。0、または宣言されたnodataは除外されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>平滑化 (回数)</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>クラスの元になったクラスタのラスタ。各ポリゴンにクラスタの番号が付きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>ベクタ化,ポリゴン化,ベクタ,輪郭,簡素化,トポロジ,カバレッジ</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>「クラスタのマッピング」が書き出したラスタ。またはラスタとモデルを指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>クラスタは、SELECTIONファイルか、tree=3,7; roof=12のようなCLASSESテキストのどちらか一方で選んでください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>クラスとそのクラスタ。またはクラスをテキストで指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>クラスタ(CLUSTERS)か、ラスタとモデル(INPUTとMODEL)のどちらかを指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE は {:g} です。ポリゴンが残らない場合は下げてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>選んだクラスタからクラスラスタとポリゴンを作成します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>このラスタ用のモデル</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>名前とそのクラスタの番号。例: tree=3,7; roof=12。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>または: クラス(テキスト)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>または: ラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>選んだクラスのポリゴン。それぞれの元になったクラスタも記録されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>先にモデルでクラスタをマッピングするラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>ピクセル数がこれより少ない連結領域は、最も大きい隣の連結領域に結合されます。0ではすべて残します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>セグメンテーション</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>ふるい処理 (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>最初のクラスは1として保存され、クラス「other」は最後になります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>必要なものは2つです。
1. クラスタ: 「クラスタのマッピング」が書き出したラスタ。またはラスタとモデルを指定すると、先にマッピングが行われます。
2. どのクラスタがどのクラスになるか: 選択ファイル。またはtree=3,7; roof=12,20-25のようなテキスト。クラスタの番号は凡例のとおりです(保存値から1を引いたもの)。

どのクラスにも入らないクラスタのピクセルはクラス「other」になり、ポリゴンからは除かれます。0はnodataで、ラスタが有効でない場所にのみ現れます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>分類,クラス,選択,クラスタ,ベクタ化,ポリゴン,抽出</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{}: POLYGONS がないため使われません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>クラスタは、ラベル付きピクセルのうち少なくともこの割合が同じクラスである場合に限り、そのクラスに属します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>「クラスタのマッピング」が書き出したラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>無作為に選ばれ、残りは使われません。「評価」ではこれらを含むすべてのラベルを数えます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>クラスとそのクラスタ。「セグメンテーション」で使います。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>各クラスタのクラス、純度、ラベル付きピクセル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>どのクラスタがどのクラスになるかを、参照ラベルの一部から求めます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>各クラスタに、そのラベル付きピクセルの中で最も多いクラスを割り当てます。ただし、その割合が十分な場合に限ります。混ざりすぎたクラスタや、ラベルのないクラスタは、どのクラスにも入りません。

ラスタの値がクラスであり、nodataはラベルなしです。ポリゴンではクラスのフィールドがクラス名を示します。ポリゴンの外側のピクセルは、AREAの内側では「other」とみなされます。クラスが1つだけでAREAがない場合は、すべての場所でそうなります。それ以外はラベルなしです。

選択は同じモデルのすべてのラスタに使えます。次の手順: 「セグメンテーション」。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>ラベルを無作為に選ぶためのもの。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>参照データが完全である範囲のポリゴン。その外側は使われません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>真のクラスを持つラスタまたはポリゴン。座標参照系は問いません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>シード値</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>参照データによるクラスタ選択</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>使用するラベルの割合</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>最小純度</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>ラベル,グラウンドトゥルース,クラス,割り当て,クラスタをクラスに対応付け,学習データ</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>なし</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{}: クラスタ {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>クラスのフィールド</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>クラスとそのクラスタ、および競合するクラスタの分割方法。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>2つのクラスが競合するクラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>どのクラスタがどのクラスになるかを、地図上のストロークから求めます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>レイヤに幅を示すフィールド「width」がない場合の、点と線の幅。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>点、線またはポリゴン。描いた順に並びます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>ストロークによるクラスタ選択</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>ストローク</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>ストロークは、クラス名のフィールドを持つ点、線またはポリゴンです。任意のベクタレイヤに手で描くか、ClusterNetパネルから保存したものを使います。交差する場所では後のストロークが優先されます。

2つのクラスのストロークが競合するクラスタは、両者の間で分割されます。選択にはその分割規則が含まれるため、同じモデルの他のラスタにストロークなしで適用できます。INPUTとMODELとともに「セグメンテーション」に指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>各ストロークのクラス名を持つフィールド。クラスのないストロークは除外されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>ストロークを描いたラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>ストロークの幅 (地図単位)</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>対話的,スクリブル,ブラシ,クラス,学習サンプル,分類,セグメンテーション</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>クラスラスタは木がどこにあるかを示しますが、何本あるかは示しません。コンパクトなオブジェクト(樹冠、車)は塊として分けられます: クラスの輪郭と、画像があればその画像によります。大きさはデータから選ばれます。高さがあれば、頂上ごとに 1 つのオブジェクトになります。直線的なもの(建物)は、クラスが狭くなる所で、画像があれば直線のエッジに沿って分けられます。

数を直すには、点を編集してください: 移動、追加、削除をして、それを MARKERS として再度実行します。その場合、点ごとに 1 つのオブジェクトになり、他は探されません。

オブジェクトの信頼度は、独立していれば 1、隣と分けるものがほとんどなければ 0 に近くなり、CONFIDENCE の平均が掛けられます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>各オブジェクトの中央の点。属性は同じです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>オブジェクトごとに 1 つのポリゴン。クラス、面積、直径、高さ、信頼度付き。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>「クラスタのマッピング」が書いた信頼度: 不確かなピクセルはオブジェクトを分けます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>樹冠、車、建物など、接しているオブジェクトを数え、輪郭を描きます: それぞれ 1 つのポリゴン。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>高さ</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>地面からの高さ。ピクセルの格子は問いません。例: 樹冠高モデル。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>画像</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>オブジェクトの種類</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>マーカー</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>オブジェクトのあるクラスの名前。コンマ区切り。例: 樹木。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>オブジェクトの数</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>オブジェクト</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>オブジェクトの点</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>点。各オブジェクトに 1 つ。例: 以前の実行の点を直したもの。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>オブジェクトを分ける</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>より小さいオブジェクトは、同じクラスで最も長い境界を共有する隣と一つになるか、除かれます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>最小のオブジェクト(平方地図単位)</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>同じ場所の画像。ピクセルの格子は問いません: 樹冠は中央が明るくなります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>樹冠と車には compact、建物には straight。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>数える,樹木,樹冠,車,建物,分割,分水嶺,インスタンス,接触,個別,台帳</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{}: {} 個のオブジェクト</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>ストロークでクラスタを選び、その選択をラスタ全体に適用します。ストロークは、クラス名のフィールドを持つ点、線またはポリゴンで、手で描くか、ClusterNetパネルから保存したものを使います。

選択は保存しておいてください。「セグメンテーション」で同じモデルの他のラスタに適用できます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>地図上のストロークのクラスから、ラスタ全体のクラスラスタとポリゴンを作成します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>名前の確からしさが少なくともこの値（0～1）のときだけクラスタに名前を付けます。0.9 では名前の付くクラスタは減りますが、誤りも減ります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>付属の基本モデルでラスタをクラスタに分け、確かなクラスタ（建物、舗装、樹木、低い植生、水域、裸地）に名前を付け、クラスラスタとポリゴンを書き出します。学習、塗り、入力は要りません。確かでないものは「other」になります。

名前は提案です。確からしさはログに出ます。直すには、モデルと選択を残して ClusterNet のドックで塗るか、「セグメンテーション」に別のクラスを指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>名前付きの最初の地図</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>同じ座標参照系のラスタ(1回の撮影飛行の図郭など)を仮想ラスタに結合し、各ピクセルのクラスタを1つのラスタに書き出します。ネットワークは図郭の端を越えて見るため、端は目立ちません。図郭の間の部分はnodataになります。

図郭ごとにラスタが必要な場合は、「クラスタのマッピング」をバッチ処理で実行してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>最長の学習時間 (分)</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>誰もラベルを付けていないラスタの土地被覆図（名前のあるクラスとポリゴン）を作ります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>1つのモデルで複数ラスタをマッピング</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>複数のラスタのクラスタを、継ぎ目なく1つとしてマッピングします。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>クラスタが多いほど細かい違いを区別できますが、選ぶ手間も増えます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>クラスタの数</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>名前を付けて地図にするラスタの部分。デフォルトは全体です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>地図にするラスタ。可視光のバンドを含むもの。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>学習とマッピングを行うラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>ラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>モデルの学習に使ったバンドを持つ、同じ座標参照系のラスタ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>最小の確からしさ</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>ストロークからポリゴンへ</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>学習は時間内に終わり、使えるモデルが残ります。0は無制限です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>1つのラスタの学習とマッピング</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>ラスタでモデルを学習し、そのクラスタをマッピングします。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>ラスタでネットワークをラベルなしで学習し、各ピクセルのクラスタを書き出します。モデルは保存しておいてください。同じバンドを持つ他のラスタのマッピングに使え、他の手順でも必要になります。

次の手順: 「クラスタのレポート」で各クラスタが何かを確認し、「セグメンテーション」で選んだクラスタからクラスとポリゴンを作成します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>モデル,ワークフロー,複数の手順</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 学習</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 マッピング</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 クラス</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 確認と受け渡し</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>名前のあるクラスタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>各クラスタの名前、確からしさ、画素の割合、各種類の確率。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>名前の付いた割合</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>ラベルなしで、クラスタに建物、舗装、樹木、低い植生、水域、裸地の名前を付けます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>名前の付いたクラスタはありません。このラスタでは十分に確からしいものがありません。MIN_CONFIDENCE を小さくするか、ドックでストロークを塗って名前を付けてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>クラスタの名前を提案</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>基本モデルは、他の場所の公開された土地被覆ラベルで学習しています。各画素が建物、舗装、樹木、低い植生、水域、裸地である確率を出し、クラスタには画素の平均で最も確からしい名前を、十分に確かであれば付けます。確かでないクラスタや、学習したものに似ていないクラスタにはクラスを付けません。

どのモデルでも使えます。名前はラスタの可視バンドから調べます。名前は提案です。「クラスタのレポート」や地図で確かめ、ドックまたは CLASSES で変えてください。

次は、ラスタ、モデル、選択を指定して「セグメンテーション」を実行します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>土地被覆,名前,ラベル,自動,分類,建物,樹木,水域,道路,植生</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} / {} 個のクラスタに名前が付きました（調べた画素の {}）。基本モデルの確からしさは平均 {} ですが、学習した場所と異なる場所では確信しすぎます。地図を確かめてください。次は、ラスタ、モデル、この選択で「セグメンテーション」を実行します。残りは「other」になります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>右端と下端の扱い</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>ラベルの中央部 (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>ラスタから学習用タイルを切り出す</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>ラスタを、値はそのままで位置情報付きGeoTIFFタイルに切り出します。nodataまたは黒のピクセルが多すぎるタイルは除外されます。ラスタまたはベクタレイヤのラベル(座標参照系は問いません)も一緒に切り出せます。ラベルはフォルダ「labels」に同じ名前で、元の値のまま保存されます。テキストのクラスには1からの番号が付き、その名前は同じフォルダのlegend.jsonに記録されます。

「クラスタリングネットワークの学習」ではこのフォルダのほか、ラスタ全体も使えます。タイルが必要なのは、学習に使う部分を選んだり共有したりする場合だけです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>ラスタと、必要ならラベルを、位置情報付きタイルに切り出します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>タイルのフォルダ</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>タイルの始点から次のタイルの始点までの距離。タイルのサイズより小さくするとタイルが重なります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>ラベル</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>ラベルは、このサイズの中央部(validの畳み込みでタイルに残る部分)に切り出されます。0ではすべて残します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>空の部分の最大割合</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>一緒に切り出す、クラスを持つラスタまたはポリゴン。必要に応じて再投影されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>切り出すラスタ。バンド数と実数のデータ型は問いません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>タイルのサイズ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>下へのステップ (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>右へのステップ (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>タイルの輪郭とファイル名。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>タイルの高さ (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>タイルインデックス</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>タイルの幅 (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>タイルの名前は、ラスタ内での最初の行と列から付けられます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>除外したタイル</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>nodataまたは黒のピクセル(全バンドで0)の割合がこれより大きいタイルは除外されます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>書き出したタイル</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift: 最後のタイルを内側に戻し、隣と重ねます。pad: 外側にはみ出し、nodataで埋めます。drop: 除外します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>タイル,パッチ,チップ,切り出し,分割,学習,ストライド,ラベル,ディープラーニング</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>{} 個のタイルを書き出し、{} 個を除外しました。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>「ラスタから学習用タイルを切り出す」が書き出すような GeoTIFF タイルのフォルダ、または「シートの色調を揃える」が書き出すような仮想ラスタのフォルダ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>学習の経過、クラスタのサイズ、設定を載せたページ。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>画像の特徴を出力する自分のONNXファイル。ネットワークencoderとして、またはlightの教師として使います。lightはこれらのラスタでその特徴を学習し、何倍も速くマッピングします。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>バンド番号(順番どおり)。例: 1,2,3。デフォルトはアルファバンドを除くすべて。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>バッチサイズ (パッチ)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>最初の段のチャンネル数。論文では64で、グラフィックカードがないと遅くなります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>エンコーダ</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>エポック数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>クラスタリングの間隔 (エポック)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>完了したエポック</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>第1段階</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>ラスタに情報がない場合に、指数のために指定します:red=1; green=2; blue=3; nir=4。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>ラスタ(INPUT)とタイルのフォルダ(FOLDER)は、どちらか一方だけを指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>学んだ内容から作った疑似ラベルを、次のクラスタリングまで使い続ける期間。ネットワークlightの疑似ラベルは最初から持つ知識で作られ、そのまま使われます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>すべてのパッチから学習する回数。0では、ネットワークの現在の特徴量をクラスタリングするだけです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>特徴量の各ブロックが互いにどれだけ重視されるか。例:heights=0.5; texture=0。既定ではネットワークが 1、その他の情報はその構造の価値に応じた値で、定数とノイズは 0 です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>指数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>入力フィルタ</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>その重み、正規化、クラスタ、履歴を引き継ぎます。クラスタのIDの意味は変わりません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>エポックごとにスコアを表示するためのラベル。学習には使われません。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>学習率</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>ラスタのピクセルをクラスタに分けるための特徴量を、ラベルなしで学習します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>最後のエポックの損失</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>続きから学習するモデル</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>ネットワーク</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>次の手順: 「クラスタのマッピング」でモデル {} を適用します。ClusterNetパネルでは「モデル」で選べます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>クラスタの数。求めるクラス1つにつき数個が必要です。論文では100です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>すべての乱数のもと。同じシード値なら同じモデルになります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>パッチサイズ (ピクセル)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>1ステップあたりのパッチ数。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>学習に使う範囲のポリゴン。デフォルトは全体。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>学習に使うラスタ。すべて同じバンドを持つもの。またはタイルのフォルダを指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>バンドの役割</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>学習パッチの行数と列数。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>バンドとあわせて見るスペクトル指数:ndvi、ndwi、exg、vari、nbr。どのバンドが赤かなどは名前、色、波長から判断され、学習の前に表示され、指定することもできます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>最適化のステップ幅。終わりに向けてほぼ0まで下がります。0ではネットワークの既定値を使います。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>フォルダ {} にGeoTIFFがありません。先にタイルを切り出すか、別のフォルダを選んでください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>モデルは一時ファイルで、QGISを終了すると消えます。残すには、{} を別のフォルダにコピーしてください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>学習済みモデル。ネットワーク、正規化、クラスタを1つのファイルに収めます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>時間の上限 (分)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>クラスタリングネットワークの学習</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>学習は、その時点までに学んだクラスタで終わります。0は無制限です。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>学習レポート</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Trains a network on your own rasters, without labels. The network gives every pixel a feature vector; k-means groups the vectors; the groups are pseudo-labels on which the network trains; and again (ClusterNet: Girard, Zhygallo, Tarabalka 2019).

Give rasters, or a folder of tiles. The model is written after every epoch: a run that is cancelled or killed leaves that of the last whole epoch, and goes on from there when it is started again with the same model name and parameters. INITIAL_MODEL continues from any model.

Next: 'Map clusters' applies the model to this or other rasters.

Networks:
light: knows much from the start, at half resolution; the quickest and best
unet_same: U-Net from random weights, size-preserving, batch-normalised
unet: U-Net of the paper, valid convolutions; slow
vgg16: VGG16 to its third block, the first two frozen; needs weights that torchvision downloads, and is slow
pixels: the bands themselves, for embeddings, spectra and indices; nothing to train
encoder: your own network as an ONNX file (ENCODER), as it is; nothing is trained</source>
   <translation>自分のラスタで、ラベルなしでネットワークを学習します。ネットワークは各ピクセルに特徴ベクトルを与え、k-meansがベクトルをグループに分け、そのグループを疑似ラベルとしてネットワークを学習します。これを繰り返します(ClusterNet: Girard, Zhygallo, Tarabalka 2019)。

ラスタ、またはタイルのフォルダを指定してください。モデルはエポックごとに書き出されます。キャンセルまたは強制終了された実行では、最後に完了したエポックのモデルが残り、同じモデル名とパラメータで再開するとそこから続きます。INITIAL_MODELでは任意のモデルから続けられます。

次の手順: 「クラスタのマッピング」でモデルをこのラスタまたは他のラスタに適用します。

ネットワーク:
light: 最初から多くの知識を持ち、解像度は半分。最も速く、最も良い
unet_same: 重みが乱数で始まるU-Net。サイズを保ち、バッチ正規化あり
unet: 論文のU-Net。validの畳み込み。遅い
vgg16: 3番目のブロックまでのVGG16。最初の2つは固定。torchvisionがダウンロードする重みが必要で、遅い
pixels: バンドそのもの。埋め込み(エンベディング)、スペクトル、指数用。学習は不要
encoder: ONNXファイル(ENCODER)として用意した自分のネットワークをそのまま使う。学習はしない</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>ブロックの重み</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>学習するネットワーク。横に説明があります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>U-Netの幅</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting: 最初に、空白にしたパッチの中央を埋めることを、同じ数のエポックだけ追加で学習します。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel: DeepClusterのように、ネットワークに色の代わりに勾配を見せます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>教師なし,自己教師あり,セグメンテーション,分類,クラスタリング,k-means,ディープラーニング,U-Net,特徴量</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDSが「{}」です。1,2,3のようなバンド番号を指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} はフォルダです。ファイルの名前を指定してください。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>各ゾーンの各クラスにつき1行。単位はヘクタールです。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>ゾーンの境界が横切るピクセルは、ゾーン内にある正確な割合で数えられます。ゾーンは重なっていても、1ピクセルより小さくても、ラスタの外にはみ出していてもよく、座標参照系は問いません。面積の単位は楕円体上の平方メートルで、ラスタに座標参照系がない場合はピクセルです。

地図には誤りがあり、地図上で数えた面積にも誤りがあります。地図全体から無作為に抽出した真のクラスの標本があれば、地図の各クラスが実際には別のクラスである頻度によって面積が補正されます(Olofsson et al. 2014)。95 %信頼区間は地図のブロックのブートストラップで求められ、100個のブロックのうち10個にラベルが必要です。地図の誤り方は、ゾーン内でも他の場所と同じであると仮定しています。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>ゾーン別面積</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>クラスラスタの各クラスの面積を、行政区や区画などのゾーンごとに測ります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>ゾーン内だけでなく地図全体から無作為に選んだ場所の真のクラスを持つ、点、ポリゴンまたはラスタ。指定すると面積が補正され、信頼区間が付きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>ポリゴン。それぞれが1つのゾーンになります。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>真のクラスの標本</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>各ゾーンの名前を持つフィールド。指定しない場合は番号が付きます。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>各クラスの面積と割合、およびゾーンのうちクラスがある部分の割合を持つゾーン。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>ゾーン</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>ゾーン: 名前のフィールド</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>ゾーン統計,ゾーンヒストグラム,面積,ヘクタール,行政区,区画,割合,推定,信頼区間</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>ダウンロードしたファイルが、プラグインのテストに使われたものと異なります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>ファイルが別のプログラムで使用されています。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>PyTorchのライブラリを読み込めません。MicrosoftのVisual C++ランタイムがない場合に起こります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>プラグインの一覧にないパッケージが必要です。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>パスがシステムの許容する長さを超えました。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>「設定」→「オプション」→「認証」で組織の証明書を追加してもう一度インストールするか、パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>Windowsで長いパスを許可するか、環境のフォルダを短いパスに設定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>ウイルス対策ソフトで環境のフォルダを許可するか、管理者に依頼して、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>組織のパッケージのアドレスを管理者に尋ねるか、パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>{folder} 以下では、パスがWindowsの上限の {longest} 文字を超えてしまいます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>「設定」→「オプション」→「ネットワーク」でプロキシを確認し、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>別のフォルダを選んでください。フォルダの用意のしかたはマニュアルにあります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>他のプログラムを閉じて、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>QGISの他のウィンドウや、環境を使っている他のプログラムを閉じて、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>ネットワークに接続するか、「設定」→「オプション」→「ネットワーク」でプロキシを確認するか、パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>ログをコピーして、プラグインのバグ報告先に報告してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>「設定」→「オプション」→「ネットワーク」で入力し、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>環境があるディスクの空き容量を増やし、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>空き容量を増やすか、環境のフォルダを別のディスクに設定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>そこへの書き込み権限をユーザーに与えるか、環境のフォルダを別の場所に設定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>もう一度インストールしてください。再び起こる場合は、サーバーとの間の何かがファイルを変更しています。パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>もう一度インストールするか、パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>管理者としてsudo apt install python3-venvでインストールし、その後もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>MicrosoftのVisual C++ Redistributable (x64, 2015-2022)をインストールし、Windowsを再起動して、修復してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>GDALを備えたPythonを、設定clusternet/pythonに指定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>パッケージとGDALを備えた別のPython(condaのものなど)を、設定clusternet/pythonに指定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>AppleシリコンではそのためのQGISをインストールしてください。Intel Macでは、学習を別のコンピュータで行い、できた地図を使ってここでセグメンテーションを行ってください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>macOSでは、QGISの開発元が署名していないパッケージをQGISのPythonが読み込めないことがあります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>「修復」を押してください。解決しない場合は、ユーザー用にpipでインストールしたnumpyを削除してください: pip uninstall numpy</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>環境があるディスクでは、プログラムの実行が許可されていません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>Intelプロセッサ搭載のMac用、およびそのMac用のQGIS用のPyTorchパッケージはありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>このコンピュータのプロセッサ({machine})用のPyTorchパッケージはありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>QGIS自身のPythonが見つかりませんでした。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>QGISのインストールを修復するか(Debianではsudo apt install python3-gdal)、パッケージとGDALを備えた別のPythonを設定clusternet/pythonに指定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>QGISのインストールを修復するか、プログラムuvをインストールしてください。uvは見つかれば使用されます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>セグメンテーション、ポリゴン、評価はここでも使えます。学習とマッピングは別のコンピュータで行ってください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>環境のフォルダを書き込み可能なディスクに設定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>環境のフォルダを、noexecでマウントされていないディスクに設定してください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>QGISのPythonにpipがありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>QGISのPythonが、QGISの外でGDALを見つけられません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>ダウンロード中に接続が切れました。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>ディスクがいっぱいです。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>環境があるディスクに書き込めません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>環境のフォルダへの書き込みが許可されていません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>フォルダ {folder} にパッケージ(末尾が.whlのファイル)がありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>不明な理由でインストールに失敗しました。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>メモリが足りなくなりました。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>ネットワークが遅すぎるか、サーバーとの間の何かが通信を遮っています。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>QGISのPythonのpipが古すぎます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>プロキシがユーザー名とパスワードを求めています。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>プロキシが応答しません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>パッケージのサーバーに接続できません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>パッケージのサーバー自体に問題があります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>サーバーが、このネットワークまたはユーザーへのパッケージの提供を拒否しています。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>サーバーの証明書が信頼されていません。ファイアウォールが暗号化通信を検査している場合に起こります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>システムのCライブラリがPyTorchには古すぎます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>システムのPythonに、環境の作成に必要なものがありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>ウイルス対策ソフトがファイルを遮断または削除しました。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>このバージョンのPython用、またはこのコンピュータ用のパッケージがありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>このプロセッサには、PyTorchまたはFAISSに必要な命令がありません。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>学習とマッピングは別のコンピュータで行い、できた地図を使ってここでセグメンテーションを行ってください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>数分後にもう一度お試しください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>より良いネットワークでもう一度試すか、「設定」→「オプション」→「ネットワーク」でプロキシを確認するか、パッケージのフォルダからインストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>numpyの2つのバージョンが混在しています。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>QGISを更新するか、プログラムuvをインストールしてください。uvは見つかれば使用されます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>QGISを更新すると新しいPythonが入ります。パッケージのフォルダは、同じバージョンとシステムで作成する必要があります。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>プラグインを更新し、もう一度インストールしてください。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>システムを更新してください。2019年以降のディストリビューションであれば使えます。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>{folder} に {needed} MB必要ですが、空きは {free} MBです。</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>クラス</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>閉じる</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>テーブルをコピー</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>ヘクタール</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} には {classes} クラスの {polygons} 個のポリゴンがあります。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>クラスを追加</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>描くクラスを、ここで、または地図上でキーを押して選びます。名前や色はダブルクリックで変更できます。その他の操作は右クリックで行えます。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>選んだクラスの色</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>{} の色</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>色...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>各クラスには固有の名前が必要です。「{}」は空か、すでに使われています。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>ストロークを消去</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>キー</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>クラスが広がりすぎる場所で、どのクラスにも属さないものの上にこれを描きます。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>クラスを削除</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>選んだクラスとそのストロークを削除</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>名前を変更</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>クラス {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>その他 (なし)</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>階段状の輪郭をなくすために輪郭が動いてよい距離。初期値は1.5ピクセルです。0ではピクセルのままです。</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>表示範囲のみ</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>これより小さいポリゴンとクラスラスタの小さな部分は、隣に結合されます。初期値はブラシの面積です。</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>最小面積</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>平滑化</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>ストロークのとおり</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>クラスタ {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>プレビューが計算されると、ここにクラスタが表示されます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>クラスタの色</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>選択したクラスタを1つとして扱う</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>クラスなし</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>クラスに入れる</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>選択したクラスタを手動でクラスに入れます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>名前を変更 (または名前をダブルクリック)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>結合したクラスタを再び分ける</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>ここにはクラスタがありません。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>このクラスタは表示範囲にありません。先に縮小してください。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>クラスタにチェックを入れると、描かずに「{}」に入れられます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>ここは何のクラスタか? 地図をクリックして選びます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>クラスタの場所にズーム</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>その他</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0.1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>提案です。クリックするとクラスタを「{}」に入れます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>クラスタ</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>似ているクラスタです。クリックすると表示したり折りたたんだりします。チェックはすべてに適用されます。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>手動でクラスが決められました。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>ストロークでクラスが決められました。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>どのクラスにも入っていません。チェックを入れると、描いているクラスに入ります。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>割合</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>表示範囲に占める割合。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>似たもの {} 件</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>変化</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>先にラスタを選んでください。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>比較...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>線をドラッグしてください。X を押している間は入れ替え、C で変化を隠し、Esc で終了します。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>比較を終了</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>変化を検出...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>なし</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>両方のラスタとモデルを入れて、アルゴリズム「変化したところ」を開きます。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>地図上でこのラスタの隣に別のラスタを表示し、変化したところを見つけます。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>このレイヤーのファイルが見つかりません。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>プロジェクトにほかのラスタがありません。比較するラスタを追加してください。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>PyTorchを備えたPythonがまだインストールされていません。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>「ペイント」を選び、探しているものの上にストロークを描いてください。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>まずラスタを選んでください。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>インストール...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>ペイント</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>プレビュー</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>準備完了。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>結果</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>Pythonを起動中...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>失敗しました。理由は地図の上のメッセージにあります。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>再試行</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{}: {} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;準備未完了。&lt;/b&gt;Pythonが見つかりませんでした。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;準備未完了。&lt;/b&gt;{python} が動作しません。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;準備未完了。&lt;/b&gt;{python} に {missing} がありません。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;準備完了。&lt;/b&gt;学習とマッピングは {python} で実行されます({versions})。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>ネットワークのないコンピュータ用の.whlファイルのフォルダ。用意のしかたはマニュアルにあります。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>キャンセル</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>キャンセルされました。何もインストールされていません。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet: Python環境</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>計算に使うもの</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>ログをコピー</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>フォルダ</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>ネットワークから。またはパッケージのフォルダを選択</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>インストール</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>インストールしました。学習とマッピングを始められます。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>設定clusternet/pythonに指定されています。インストールするとこの設定は空になります。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>ログ</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>Pythonを検索中...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>NVIDIAグラフィックカード (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>パッケージ</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>プロセッサ</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>プロセッサとAppleグラフィックス (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>削除</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>削除しました。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>修復</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>これはプラグインのバグです。ログをコピーして報告してください。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>学習とマッピングは、QGISとは別に、PyTorch、FAISS、SciPy、ONNX Runtimeを備えたPythonで実行されます。クラスタの選択、セグメンテーション、ポリゴン、評価はそれがなくても使えます。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>そこにあるのは、プラグインの別のバージョンのものです。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>環境の場所。プラグインの外、QGISのプロファイルの外にあります。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>{button} を押すと、PyPIとPyTorchから約 {download} MBを {folder} にダウンロードします。ディスク上では約 {disk} MBになります。QGISのPythonは変更されません。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>{button} を押すと、そのフォルダのパッケージを {folder} に入れます(約 {disk} MB)。何もダウンロードされず、QGISのPythonは変更されません。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>そこの空きは {} MBです。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>PyTorchとFAISSをインストール中</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>Pythonを検索中</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>PyTorchとFAISSを削除中</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>クラス 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>プレビューを計算中</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>ストロークから学習中</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>ラスタとモデルを開いています</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>選択を保存中</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>選択が保存される前に別のラスタまたはモデルが選ばれました。もう一度ラスタのセグメンテーションを行ってください。</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>エポック {} / {}: 損失 {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>各エポック後の損失: ネットワークが疑似ラベルをまだどれだけ見分けられないかを示します。</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>最初のエポックを待っています</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>ブラシサイズ</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>消去</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>すべてのストロークを消去。元に戻すことができます</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>地図上のストロークまたはその一部を消去します。</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>次はここに描く: 次のストロークが最も役立つ場所を輪で示します (地図上でN)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>選んだクラスのストロークを地図に描きます。地図上のキー: 1から9でクラスを選択、0で「その他」、[ と ] でサイズ変更、Escでストロークを取り消し、スペースで移動、Shiftを押しながらドラッグでズーム。</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>やり直す (地図上でCtrl+Shift+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>元に戻す (地図上でCtrl+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>ブラシと消しゴムの地上での幅。地図上では [ と ] で変更できます。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>クラス: 表示範囲がストロークによってどう分かれるか。クラスタ: 自動で見つかったグループ。地図のクリックで、または描いている間はShiftを押しながらクリックで選べます。信頼度: 赤はストロークではまだ決まらない部分です。地図上でHを押している間は、すべて隠れます。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>プレビューが地図をどれだけ隠すか。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>表示</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>ストロークを表示</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>プロジェクトに保存されたClusterNetの内容を読み込めません({})。新しく始めてください。</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>ラスタを選択</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{} (見つかりません)</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{} (画像のみ)</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>レイヤのストロークを追加します。フィールド「class」を持つ線または点です。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>描いた内容をバックグラウンドでラスタに適用します。ラスタとポリゴンが追加されます。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>ストロークを読み込む</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>ストロークを読み込む...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>ストロークを保存</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>ストロークを保存...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>ストロークをレイヤとして保存します。共有したり、地図なしで再実行したりできます。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>セグメンテーション...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>ラスタが表示範囲にありません。ラスタにズームするか、全体のセグメンテーションを行ってください。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>ストロークを {} に保存しました。</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>{} を保存中</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>セグメンテーションに失敗しました。メッセージログを確認してください。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>セグメンテーションはキャンセルされました。何も書き出されていません。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>{} のセグメンテーションを実行中</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>ラスタのセグメンテーションが完了しました: {}。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{} (クラス)</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{} (ポリゴン)</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>表示範囲にストロークが必要な場所はありません。別の場所を見てください。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>{} のファイル {} がなくなりました。別のものを選んでください。ストロークは残っています。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>レイヤは今、別のファイルを表示しています。{} のストロークは元のファイルとともに残されます。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>ラスタまたはモデルがディスク上で変更されたため、読み込み直します。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>ダイアログを開いている間にラスタが変更または削除されました。何も実行されていません。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>ラスタ {} が削除されました。そのストロークは残っています。再び追加すると続けられます。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>モデル</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>ラスタ</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} 再び起動されます。ストロークは失われません。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>基本モデル</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>ファイルを選択...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>セグメンテーションを行うラスタ。ストロークはラスタごとに保存されます。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>このラスタで、バックグラウンドでラベルなしにモデルを学習します。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>学習...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>クラスタを見つけるモデル。基本モデルはすぐに使えますが、自分のラスタで学習したモデルの方が良い結果になることがあります。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>ストロークを {} に書き出せません: {}。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} をベクタレイヤとして開けません。別のファイルを選んでください。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} に、各ストロークのクラス名を示すフィールド「class」がありません。フィールドは {} です。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} に、クラスを持つ線または点がありません。別のファイルを選んでください。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>建物、舗装、樹木、低い植生、水域、裸地であるクラスタを探します。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>どのクラスにも入っていないクラスタをすべて、提案されたクラスに入れます。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>探すのをやめる</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>名前を提案</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>すべて採用</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>{} の名前を調べています</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>名前のあるものに似たクラスタはありません。代わりに塗ってください。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>{} / {} 個のクラスタに名前の提案があります。一覧でクリックすると採用します。すべて採用することもできます。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> 分</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>ネットワークがラベルなしでラスタを見て、どのピクセルが似ているかを学習します。その間も作業を続けられます。モデルはエポックごとに保存されるので、途中で止めてもほとんど失われません。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>最長</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>ピクセルを分けるグループの数。多いほど細かく区別します。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>ラスタ全体を学習する回数。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>学習</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>{} で学習</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>学習を停止</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>残り約 {} 分</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>残り約 {} 秒</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>{} でモデルを学習中</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>学習が完了しました。これから {} が使用されます。</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>最初のエポックが終わる前に学習がキャンセルされました。</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>学習はキャンセルされました。{} はエポック {} の後のモデルで、選択できます。</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>裸地</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>建物</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>低い植生</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>舗装</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>樹木</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>水域</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>レイヤ「{name}」の値をコピーできません(コード {code})。先にGeoTIFFとしてエクスポートしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>レイヤ「{name}」の元の「{source}」は、値ではなく画像を提供します。先にGeoTIFFとしてエクスポートしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>すべてのラスタのバンド数は同じでなければなりません({})。BANDSで選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>すべてのシートのバンド数が同じでなければなりません ({})。他のものを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>エンコーダには onnx と onnxruntime が必要ですが、{} の Python は読み込めません（{}）。pip でそこにインストールするか、設定で別の Python を選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE と AFTER は同じラスタ {} です。同じ場所の2つの時期を選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSESの、tree=3,7のようなクラスを書くべき場所に「{}」があります。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES にクラスの名前がありません。樹木のような名前をコンマ区切りで指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>ラスタ {} を読み込めません: {}。ファイルが存在し、ラスタであることを確認してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>フォルダ {} に書き込めません: {}。書き込み可能なフォルダを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>{} に書き出せません: {}。ディスクの空き容量と、他のプログラムが開いていないことを確認してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>{} に書き出せません: {}。ディスクの空き容量とフォルダの権限を確認してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>{} x {} ピクセルを {} 個のタイルでクラスタリング中</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>エポック {} / {}: 損失 {}、クラスタが変わったピクセル {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>{} 個のパッチ({} x {} ピクセル)を処理中</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>ラスタの {} か所で土地被覆を調べています</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS に点がありません。オブジェクト上の点を指定するか、空にしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>クラスに属するクラスタがありません。{} 以上が {} のいずれか1つであるクラスタはありません(最も純粋なクラスタでも1つのラベルは {})。MIN_PURITYを下げるか、クラスタを増やして学習してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>SAMPLEのラベルが地図のクラス上にありません。地図と重なる標本を選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>クラスタ上にラベル付きピクセルがありません(FRACTION {})。割合を大きくするか、ラスタと重なる参照データを使ってください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>最小面積に達するオブジェクトがないか、ラスタに CLASSES のピクセルがありません。レイヤは空です。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>両方の時期で有効なピクセルがありません。同じ場所の2つのラスタか、別の EXTENT を指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>最小面積に達する連結領域がないか、ラスタにクラスがありません。レイヤは空です。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>{} の図形がラスタと重なりません。ラスタを覆うレイヤを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>ラスタの有効なピクセル上にストロークがありません。ラスタ上に描くか、レイヤを確認してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>{} のストロークがラスタ上にありません。ラスタを覆うレイヤを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>MARKERS の {} 個の点のうち、CLASSES のピクセル上にあるものはありません。オブジェクト上の点を指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>学習は行われませんでした。クラスタは元のネットワークのものです。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>1エポック学習しました。その中でピクセルの {} %のクラスタが変わりました。続けると良くなる可能性があります。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES にはクラスが必要です: 「参照データによるクラスタ選択」またはパネルが書く SELECTION を指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE がクラスラスタ自身です ({})。その上で無作為に選んだ場所の真のクラスを指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>{} のPythonに {} がありません。「プラグイン」→「ClusterNet」→「Python環境」でインストールするか、"{}" -m pip install -r "{}" を実行するか、別のPythonを設定clusternet/pythonに指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>面積は誤りを含む地図で数えたもので、信頼区間はありません。真のクラスのSAMPLEがあれば補正されます。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>クラス「{}」にクラスタ {} が指定されていますが、クラスタは0から {} までです。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>エンコーダ {} は {} バンド{}を取りますが、ラスタには {} バンドあります ({})。BANDS で {} バンドを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>領域がラスタと重なりません。ラスタの内側の領域を選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>地図と参照データに共通のピクセルがありません。地図と重なる参照データを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>モデルは埋め込み ({}) から学習しましたが、{} には含まれていないようです。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>モデルにはエンコーダ {} が必要ですが、見つからないか、その後変更されています。ファイル {} (SHA-256 {}...) を元に戻してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>このモデルは画像のほかに高さまたは指数を見ており、2つの時期の比較には使えません。EXTRA と INDICES なしで学習してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>モデルは {} 個のバンド({})で学習されましたが、{} のバンドは {} です。BANDSで同じバンドを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>モデルは画像とあわせて {}({})で学習されましたが、{} は {} とみなされます。このラスタのものを EXTRA で指定するか、{}.tif のように内容に合ったファイル名にしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>モデルは画像のほかに {}（{}）を使って学習されており、パネルはそれを受け取れません。レイヤに描き、EXTRA を指定して「ストロークによるクラスタ選択」を使ってください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>モデルは画像とあわせて {}({})で学習されました。このラスタのものを EXTRA で指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>ネットワーク「encoder」は自分のファイルです。ENCODER で指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>ネットワーク「{}」には学習するものがありません。特徴はそのままクラスタリングされます。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>ラスタのバンドが3つ未満です。土地被覆は灰色から推定され、確かさが低くなります。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>ラスタにクラス {} はありません。クラスは {} です。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>ラスタに参照系がありません。オブジェクトの面積と直径はピクセル単位です。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>ラスタに座標参照系がありません。面積の単位はピクセルです。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>ラスタに有効なピクセルがありません。すべてnodata、マスク、またはNaNです。別のものを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>ラスタに有効なピクセルがありません。すべてnodata、マスク、またはNaNです。別のラスタを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>ラスタの一辺は最大 {} ピクセルです。パッチを {} x {} にします。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>参照データのラベル付きピクセルがラスタ上にありません。ラスタと重なるものを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>2番目の時期は下に {} ピクセル、右に {} ピクセルずれています。元に戻します</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>選択はモデル {} 用に作られましたが、クラスタは {} のものです。これらのクラスタでもう一度選択してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>選択のストロークは別のラスタ上にあります。そこから学んだ内容を適用します。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>時間の上限の {} 分を、エポック {} の後に使い切りました。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>学習は改善しませんでした。損失は {} から {} になりました。学習率を小さくするか、より多様なラスタを試してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>学習は改善しています。損失は {} から {} に下がり、最後のエポックでもまだピクセルの {} %のクラスタが変わりました。エポックを増やすと良くなる可能性があります。このモデルを続きから学習するモデルに指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>学習はうまくいきました。損失は {} から {} に下がり、最後のエポックでクラスタが変わったピクセルは {} %だけでした。エポックを増やしてもほとんど変わりません。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>2つの時期には、ずれを示す共通のエッジがありません。ずれは取り除きません。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>{} と {} の値は {} 倍以上異なり、型または単位が異なるようです。「変換」またはラスタ計算機で、すべてのシートを Float32 などの一つの型にそろえてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>有効なピクセルは {} 個{}で、指定された {} 個のクラスタより少なくなっています。{} 個以下を指定するか、より大きいラスタを使ってください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>エンコーダ {} がありません。ENCODER で ONNX ファイルを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>モデルファイル {} がありません。「クラスタリングネットワークの学習」が書き出したものを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>学習に使える有効なピクセルがありません。すべてnodata、マスク、NaN、またはAREAの外側です。別のラスタを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>{} に動作するPythonがありません。「プラグイン」→「ClusterNet」→「Python環境」でインストールするか、設定clusternet/pythonに指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>これらは異なるバージョンの埋め込みで、数値の意味が同じではありません ({})。クラスタはファイルごとに分かれてしまいます。すべて同じバージョンにしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>シートをそろえると、{}({})が型の範囲 {}～{} の端で切り捨てられます。「変換」で、すべてのシートを Float32 などの一つの型にそろえてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>残り約 {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) はラスタと重なりません。この地図の信頼度を指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{}(EXTRA)はラスタと重なっていません。ラスタを覆うものを指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} は1番目の時期のラスタと重なりません。覆うものを指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} にフィールド「{}」がありません。フィールドは次のとおりです: {}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} にポリゴンがありません。ゾーンとしてポリゴンのレイヤを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} には有効なピクセルがほとんど、またはまったくありません。そのまま残します。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} には CLASSES の {} ピクセル上に値がありません。覆うものを指定するか、空にしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} は全体が 1 つの値です。明るさだけを合わせ、コントラストは合わせません。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} は AlphaEarth のバンドとバイト値を持っていますが、ベクトルの長さが1ではありません。リサンプリング、スケーリング、または切り詰めがされたため、通常のバンドとして扱います。ファイルを取得し直し、再投影は最近傍法だけで行ってください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} には {} 個のバンドがありますが、クラスラスタは 1 個です。「セグメンテーション」が書くようなクラスラスタを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} のバンド数は {} ですが、バンド {} が指定されました。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} は {} の埋め込みをバイトで保持しています。長さ1のベクトルとして読み込みます。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} には埋め込みが含まれ、その数値はすべてのシートで同じ意味を持ちます。シートをそのまま「クラスタリングネットワークの学習」に渡してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} には {} から {} までの値があります。信頼度は 0 から 1 です。「クラスタのマッピング」が書く CONFIDENCE を指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} は {} サービスで、値ではなく画像を提供します。先に必要な部分をGeoTIFFとしてエクスポートしてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} が 2 回指定されています。各シートを 1 回だけ指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} は完全なClusterNetモデルではありません({})。もう一度コピーするか学習してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} はシートのフォルダです。前後のシートが混ざらないよう、別のフォルダを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>面積の {} が変化しました。多すぎる場合は、雲をデータなしとしてマスクするか、両方の時期で学習したモデルを指定してください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} 個({} 個中)のマーカーは CLASSES のピクセル上にないか、1 つを共有しています。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>{} 個のゾーン(全 {} 個のうち)がラスタの外にあり、ラスタ上に面積がありません。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>面積の {} ({})は、nodataと宣言されていない単色の縁({}、全バンドで {})のため除外されます。KEEP_FLAT_BORDERSで残せます。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{}({})が型の範囲 {}～{} の端で切り捨てられます。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} / {} 個のポリゴンは輪郭の全部または一部を保ちます。直角にすると画素をうまく覆えないか、隣に触れるためです。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} は {} を上書きしてしまいます。どちらも {} です。{} に別の名前を付けてください。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{}: 他のシートと重ならず、似ている地面は {} だけです。そのまま残します。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{}: 他のシートと重なりません。似ている地面 {} に基づいて合わせました。</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>レイヤ「{name}」のソース {source} をQGISが開けません。ソースを修復するか、別のレイヤを選んでください。</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>「{name}」の {total} 個の地物のうち {count} 個はGDALで読み込めないため、除外されます。</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} にフィールド「{field}」がありません。フィールドは次のとおりです: {names}。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet: 描いて確認</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>PyTorchをインストール中です({} %完了)。完了したら、もう一度アルゴリズムを実行してください。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>モデルの学習と適用に使うPyTorchがまだインストールされていません。このメッセージを閉じると開くウィンドウでインストールできます。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Python環境...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>地図にストロークを描いてラスタのセグメンテーションを行う</translation>
  </message>
 </context>
</TS>
