<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>已取消。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>包含矩阵以及最大变化前后图像的页面。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>每个相连的变化一个多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>每对类别有一个值的栅格，没有变化的地方为 1。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>找出同一地点两个栅格之间的变化以及变成了什么，两者共用一个图例。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>第一个时期</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>一个模型查看两个时期：用其中之一训练的模型，最好是用两者训练的模型。两者之间的偏移会被找出并消除，一个时期的颜色会依据未变化的地面调整到另一个时期。如果一个像元的特征差异大于未变化的地面，并且与另一时期两个像元以内的所有像元都不同，则该像元发生了变化。

第二个时期可以有任意的像元格网和参照系：共同部分在第一个时期的像元上比较。没有 SELECTION 时，相似聚类的组就是类别。云如果不是无数据，就算作变化。

两个以上的时期请以批处理的方式两两比较。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>变化的多边形</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>第二个时期</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>聚类的选择</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>发生变化的面积比例</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>更小的变化并入周围；小于 25 个像元的总是如此。没有地理参照时以像元计。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>最小变化（地图单位的平方）</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>表格</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>每个类别转为其他各类别的面积，以平方米计。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>类别。没有时为相似聚类的组。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>之后的栅格，波段相同。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>之前的栅格；以它的像元格网为准。</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>转移</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>发生了什么变化</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>变化检测,两个时期,差异,转移矩阵,之前,之后,监测,多时相</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>将训练好的模型应用于波段相同的栅格：训练所用的栅格，或其他栅格。

结果与原栅格的像元一致。聚类 0 存储为 1，聚类 1 存储为 2，依此类推；0 为无数据，且只出现在栅格无效之处。同一聚类在该模型的所有栅格中编号和颜色都相同。

SEAM_INDEX 表示聚类在处理瓦片边界处发生变化的频率，是瓦片内部同样线上的多少倍：1 表示看不出边界。

下一步：“按参考选择聚类”，或“分割”，并填写 CLASSES，例如 tree=3,7; roof=12。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>需要计算概率的聚类类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>出现的聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>置信度</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>特征</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>继续中断的运行</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>每次归类有多明确：1 减去到最近聚类的距离与到次近聚类的距离之比。0 表示难分高下。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>选择中每个类别的概率，每类一个波段，不属于任何类别的聚类为 'other'；由到所有聚类的距离得出。总和为 1。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>每个像元与训练数据有多不同：它到最近聚类的距离，除以训练像元的该距离（均方根）。1 左右属正常；从 2 起表示训练中没有见过类似的像元。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>将完成的瓦片保存在聚类旁的隐藏文件夹中，直到聚类全部完成。被取消或强行终止的运行，用相同参数重新启动时会从那里继续。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>聚类制图</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>新异度</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>类别概率</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>聚类栅格，带颜色和名称。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>与训练模型时所用波段相同的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>接缝指数</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>选择方案</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>每个像元的归一化特征，每个特征一个波段；文件很大。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>写出栅格中每个像元所属的聚类。</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>非监督,预测,推理,应用,聚类,分类,分割</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>可在任何浏览器中打开的页面。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>聚类报告</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>生成聚类报告</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>显示模型的每个聚类在栅格上是什么：最纯、最明确处的六个图块，面积，各波段的均值和标准差，以及与之相邻的聚类。树状图显示哪些聚类相似，并建议将哪些合并为一个类别；该建议可用于“分割”的 CLASSES。

页面是单个文件，无需网络；可以发送和打印。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>训练模型所用的栅格，或波段相同的其他栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>写出一个页面，每个聚类一张卡片，并显示哪些聚类相似。</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>卡片,概览,图例,合并,树状图,缩略图,光谱,html</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>一个页面，含每个类别的得分及其置信区间、误差地图和混淆矩阵。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>精度</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>区域</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>要评价的类别栅格或多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>比较每个有标签的像元：总体精度，以及每个类别的 IoU（交并比）、Dice、精确率和召回率，并给出它们在参考各类别上的均值。

类别按名称匹配；无名称的栅格按值匹配。栅格的值即其类别，其无数据视为无标签。参考多边形之外的像元在 AREA 内算作“other”；若只有一个类别且没有 AREA，则在各处都算作“other”；否则视为无标签。地图为空而参考不为空之处算作错误。

点状参考，或标签不足地图二十分之一的参考，视为样本。此时报告会估计整幅地图的精度和每个类别的真实面积，并给出 95 % 置信区间（Olofsson et al. 2014）；样本单元必须随机抽取，可在地图的每个类别内抽取，也可整体抽取。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>“聚类制图”写出的地图像元置信度：报告随后显示舍弃较不确定的像元时地图的正确程度。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>精度评价</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>评价报告</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>将类别栅格或多边形与参考进行对照。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>地图</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>平均 Dice</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>平均 IoU</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>参考在这些多边形内是完整的；之外不作比较。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>含真实类别的栅格、多边形或点，坐标参照系不限。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>参考</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>同样内容的表格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>精度,混淆矩阵,IoU,Dice,精确率,召回率,验证,地面真值</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>将模型导出为 ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>ONNX 文件</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>其他程序一次处理的行数和列数；越大，每个像元越快。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>要写入的文件。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>瓦片大小</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>哪些聚类组成哪个类别。不填则每个聚类为一个类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>写出供 ONNX Runtime 和 Deepness 等插件使用的模型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>将训练好的模型写为 ONNX，并附上其他程序所需的一切：输入为按存储原样的像元，输出为各聚类的得分，若给出选择方案则为各类别的得分。Deepness 插件会在文件中找到名称、瓦片大小和重叠。

最佳类别的得分为 (1 + 置信度) / 2，其余均为 0。

“聚类制图”也接受该文件，此时只需要 ONNX Runtime。</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,deepness,部署,转换,推理,共享,网络</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>显示镶嵌图前后对比、差异、增益和偏移的页面。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>重叠处差异（之后）</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>重叠处差异（之前）</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>协调后图幅的文件夹</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>协调图幅</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>使颜色不同的图幅彼此一致，而不重写它们。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>单独一个图幅没有可协调的对象；请给出两个或更多。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>在没有变化的地方，重叠图幅的差异原为 {before}，现为 {after}。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>图幅</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>同一镶嵌图的图幅若在不同日期或由不同相机拍摄，亮度和对比度会不同，并得到不同的聚类。每个图幅每个波段的增益和偏移使重叠处的地面一致，对所有图幅同时求解；那里发生变化的部分（如云）不计入。不重叠的图幅按其上相似的地面进行匹配。镶嵌图的均值保持不变。

图幅保持原样：结果是虚拟栅格 (VRT)，即读取图幅的小文件。“训练聚类网络”接受该文件夹，“聚类制图”接受其中每一个，或以批处理接受全部。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>两个或更多波段相同的栅格，坐标参照系和分辨率任意。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>以图幅命名的虚拟栅格，以及记录其增益和偏移的 harmonised.json。</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>镶嵌,接缝,匀色,辐射归一化,直方图匹配,增益,偏移,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} 为“{value}”；请使用以下之一：{choices}。</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} 为 {value}；必须是 {lowest} 到 {highest} 之间的数字。</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} 为 {value}；必须是不小于 {lowest} 的数字。</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} 是聚类地图；请选择生成它的影像。</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} 和 {other} 的名称都是 {name}；请使用不同的名称。</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} 和 {other} 会在 {path} 处互相覆盖；请使用不同的名称。</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} 会覆盖正在读取的 {other}：两者都是 {path}；请为 {output} 换一个名称。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>由“训练聚类网络”写出的模型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>由“训练聚类网络”或“将模型导出为 ONNX”写出的模型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>波段</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>要使用的波段，按顺序。默认使用除 alpha 波段外的全部波段。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>直角化的类别</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>聚类选择方案 (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>ClusterNet 模型 (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>由“聚类制图”写出的置信度：每个多边形取其像元的均值。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>范围</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>其他栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>为减少顶点，轮廓最多可以移动多远。共有的轮廓一起移动，因此不会产生缝隙和重叠。0 保留像元的轮廓。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>可使用多少内存；较少时瓦片较小，但结果不变。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>保留纯色边缘</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>边缘处大片纯黑或纯白、而文件未声明为无数据的区域会被略去，并给出提示。选“是”则视为影像的一部分。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>最小置信度</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>内存 (MB)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>模型 (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>类别名称（例如 roof），其轮廓将变为直边和直角，或在轮廓如此时变为 45 度。相邻多边形保持相邻，没有缝隙和重叠；若会使多边形不能很好地覆盖其像元，则保留原轮廓。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>ONNX 模型 (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>栅格中要处理的部分，向外对齐到像元。默认为整个栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>置信度较低的像元归为类别“other”。“精度评价”的报告显示每个值保留多少面积以及其正确程度。0 表示全部保留。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>与影像一起使用的高度(DSM、DTM、CHM)、类别或其他传感器的栅格,格网和坐标系不限。训练模型时用过的栅格,在使用模型时也必须给出。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>简化容差（地图单位）</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>更小的多边形并入与其共有边界最长的邻居。0 保留全部。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>最小多边形（平方地图单位）</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>矢量图层中表示每个图形类别的字段。不填则所有图形为同一个类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>在哪里计算：auto 有显卡时使用显卡，否则使用处理器。</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{}：类别字段</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>类别栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>类别栅格转多边形</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>在类别的每个连通区块周围绘制一个多边形。两个区块共有的轮廓只为双方简化一次：不会产生缝隙和重叠。外边缘与像元保持一致。小于最小面积的区块并入邻居，而不会留下空洞。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>在类别栅格的区块周围绘制多边形，没有缝隙和重叠。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>简化后切角的次数。0 保留角点。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>多边形</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>带有类别、面积、周长、紧凑度、长度、宽度、方向和邻居的多边形：单位为椭球面上的米；栅格没有坐标参照系时为像元。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>整数栅格，0 或其声明的无数据值略去。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>平滑（次数）</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>生成这些类别的聚类栅格：每个多边形会得到聚类的编号。</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>矢量化,多边形化,矢量,轮廓,简化,拓扑,覆盖</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>由“聚类制图”写出的栅格。也可给出栅格和模型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>请用 SELECTION 文件或 CLASSES 文本（例如 tree=3,7; roof=12）二者之一选择聚类。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>类别及其聚类。也可以文本形式给出类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>请给出聚类 (CLUSTERS)，或者栅格和模型（INPUT 和 MODEL）。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE 为 {:g}：如果没有剩下多边形，请调低。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>用选定的聚类生成类别栅格和多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>用于该栅格的模型</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>名称及其聚类编号，例如 tree=3,7; roof=12。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>或：文本形式的类别</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>或：栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>选定类别的多边形，以及组成每个多边形的聚类。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>要先用模型进行聚类制图的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>像元数更少的区块并入最大的邻居。0 保留全部。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>分割</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>筛除（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>第一个类别存储为 1；类别“other”排在最后。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>需要两样东西。
1. 聚类：由“聚类制图”写出的栅格；或者一个栅格和一个模型，此时先进行聚类制图。
2. 哪些聚类组成哪个类别：选择方案文件；或者文本，例如 tree=3,7; roof=12,20-25，使用图例中的聚类编号（存储值减 1）。

不属于任何类别的聚类的像元成为类别“other”；多边形不含它。0 为无数据，且只出现在栅格无效之处。</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>分类,类别,选择,聚类,矢量化,多边形,提取</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{}：没有 POLYGONS，不使用。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>只有当一个聚类的有标签像元中至少有此比例属于某类别时，该聚类才归入该类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>由“聚类制图”写出的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>随机选取；其余不予查看。“精度评价”会计入所有标签，包括这些。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>类别及其聚类，供“分割”使用。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>每个聚类的类别、纯度和有标签像元数。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>根据一部分参考标签，找出哪些聚类组成哪个类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>若某聚类的有标签像元中有足够多属于同一类别，则将该类别赋予此聚类。过于混杂或没有标签的聚类不属于任何类别。

栅格的值即其类别；其无数据视为无标签。多边形由类别字段给出类别。多边形之外的像元在 AREA 内算作“other”；若只有一个类别且没有 AREA，则在各处都算作“other”；否则视为无标签。

该选择方案适用于同一模型的所有栅格。下一步：“分割”。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>用于随机选取标签。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>参考在这些多边形内是完整的；之外不予查看。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>含真实类别的栅格或多边形，坐标参照系不限。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>按参考选择聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>使用标签的比例</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>最小纯度</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>标签,地面真值,类别,指定,聚类映射到类别,训练数据</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{}：聚类 {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>类别字段</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>类别及其聚类，以及被争用的聚类如何拆分。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>被两个类别争用的聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>根据地图上的笔画，找出哪些聚类组成哪个类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>图层没有“width”字段时，点和线的宽度。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>点、线或多边形，按绘制的先后顺序。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>按笔画选择聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>笔画</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>笔画是点、线或多边形，带有表示其类别的字段：可手工绘制到任意矢量图层中，也可从 ClusterNet 面板保存。笔画相交处以后画的为准。

被两个类别的笔画争用的聚类会在它们之间拆分。选择方案中包含拆分规则，因此无需笔画即可应用于同一模型的其他栅格：将其与 INPUT 和 MODEL 一起交给“分割”。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>表示每个笔画类别的字段；没有类别的笔画会被略去。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>绘制笔画所在的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>笔画宽度（地图单位）</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>交互式,涂画,画笔,类别,训练样本,分类,分割</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>类别栅格说明树在哪里，但不说明有多少棵。紧凑对象（树冠、汽车）按斑块分开：依据类别的轮廓，如果给出影像，也依据影像；大小由数据选定。有高度时，每个顶点是一个对象。直线对象（建筑物）在类别变窄处分开，有影像时沿直线边缘分开。

要修正数量，请编辑点：移动、添加和删除，然后将其作为 MARKERS 再次运行。这样每个点就是一个对象，不再寻找其他对象。

对象独立时置信度为 1，几乎没有什么将其与相邻对象分开时接近 0；并乘以 CONFIDENCE 的平均值。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>每个对象中间的一个点，属性相同。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>每个对象一个多边形，带有类别、面积、直径、高度和置信度。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>“聚类制图”写出的置信度：不确定的像元将对象分开。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>对相互接触的对象（如树冠、汽车或建筑物）计数并勾绘轮廓：每个对象一个多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>高度</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>离地高度，像元格网不限，例如冠层高度模型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>影像</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>对象类型</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>标记</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>含有对象的类别名称，用逗号分隔，例如 树木。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>对象数量</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>对象</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>对象的点</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>点，每个对象一个，例如上次运行后修正的点。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>分离对象</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>更小的对象并入同类中公共边界最长的相邻对象，否则被略去。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>最小对象（平方地图单位）</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>同一地点的影像，像元格网不限：树冠中间较亮。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>树冠和汽车用 compact，建筑物用 straight。</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>计数,树木,树冠,汽车,建筑物,拆分,分水岭,实例,接触,单株,清查</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{}：{} 个对象</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>按笔画选择聚类，并将选择应用于整个栅格。笔画是点、线或多边形，带有表示其类别的字段，可手工绘制，也可从 ClusterNet 面板保存。

请保留选择方案：“分割”可将其应用于同一模型的其他栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>将地图上笔画的类别变为整个栅格的类别栅格和多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>只有名称的可能性至少达到此值（0 到 1）时，聚类才得到名称。取 0.9 时命名较少，错误也较少。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>用自带的基础模型对栅格聚类，为有把握的聚类命名（建筑物、铺装地面、树木、低矮植被、水体、裸地），并写出类别栅格和多边形。无需训练、涂画或输入。没有把握的归为“other”。

名称只是建议：日志会说明把握程度。要更正，请保留模型和选择，在 ClusterNet 面板中涂画，或给“分割”指定其他类别。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>带名称的第一幅地图</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>将坐标参照系相同的栅格（例如一次航飞的图幅）合并为虚拟栅格，并将每个像元所属的聚类写入一个栅格。网络能越过图幅边缘查看，因此看不出边缘。图幅之间的部分为无数据。

如需每个图幅单独一个栅格，请以批处理方式运行“聚类制图”。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>最长训练时间（分钟）</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>为无人标注的栅格制作土地覆盖图：带名称的类别和多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>用一个模型制图多个栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>将多个栅格作为一个整体进行聚类制图，彼此之间没有接缝。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>聚类越多，能区分的差异越细，但选择起来也越费事。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>聚类数</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>要命名并制图的栅格部分。默认为全部。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>要制图的栅格，含可见光波段。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>用于训练和制图的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>坐标参照系相同、波段与训练模型时一致的栅格。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>最小把握</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>笔画转多边形</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>训练会按时结束，并留下可用的模型。0 表示不限。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>训练并制图单个栅格</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>用一个栅格训练模型，并对其进行聚类制图。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>用栅格训练网络，无需标签，并写出每个像元所属的聚类。请保留模型：它可对波段相同的其他栅格进行制图，其他步骤也会用到它。

下一步：“生成聚类报告”显示每个聚类是什么，“分割”用选定的聚类生成类别和多边形。</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>模型,工作流,多个步骤</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 学习</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 制图</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 类别</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 检查与交付</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>有名称的聚类</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>每个聚类的名称、把握程度、像元占比以及各类型的可能性。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>已命名占比</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>无需标签，将聚类命名为建筑物、铺装地面、树木、低矮植被、水体或裸地。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>没有聚类得到名称：在此栅格上没有足够可能的名称。请尝试更小的 MIN_CONFIDENCE，或在面板中用笔画命名聚类。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>建议聚类名称</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>基础模型用其他地方的公开土地覆盖标签训练。它给出每个像元是建筑物、铺装地面、树木、低矮植被、水体或裸地的可能性；聚类得到其像元平均上最可能的名称（若可能性足够）。没有把握的聚类，或与所学的都不相似的聚类，不归入任何类别。

任何模型都可以使用：名称在栅格的可见光波段中查找。它们只是建议：请在“生成聚类报告”或地图上查看，并在面板中或用 CLASSES 更改。

下一步：用该栅格、模型和选择运行“分割”。</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>土地覆盖,名称,标签,自动,分类,建筑物,树木,水体,道路,植被</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} / {} 个聚类得到名称，占所查看像元的 {}；基础模型的平均把握为 {}，而对于与其所学不同的地方它过于自信：请查看地图。下一步：用该栅格、模型和此选择运行“分割”；其余归为“other”。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>在右边缘和下边缘</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>标签中心（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>将栅格切割为训练瓦片</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>将栅格切割为带地理参考的 GeoTIFF 瓦片，值保持不变。无数据或黑色像元过多的瓦片会被略去。标签可以是任意坐标参照系的栅格或矢量图层，可一并切割：它们以相同的文件名存入文件夹“labels”，值与其来源相同；文本类别从 1 起编号，那里的文件 legend.json 给出其名称。

“训练聚类网络”接受该文件夹，也接受完整的栅格：只有需要挑选或分享训练内容时才需要瓦片。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>将栅格及其标签切割为带地理参考的瓦片。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>瓦片文件夹</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>从一个瓦片的起点到下一个的起点。小于瓦片大小时瓦片会重叠。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>标签切割为此大小的中心部分，即瓦片经 valid 卷积后剩余的部分。0 保留全部。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>最大空白比例</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>要一并切割的、含类别的栅格或多边形，必要时重投影。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>要切割的栅格：波段数不限，任意实数数据类型。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>瓦片的大小。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>向下步长（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>向右步长（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>瓦片的轮廓及其文件名。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>瓦片高度（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>瓦片索引</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>瓦片宽度（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>瓦片以其在栅格中的起始行和起始列命名。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>略去的瓦片</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>无数据或黑色像元（所有波段均为 0）的比例更大的瓦片会被略去。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>写出的瓦片</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift：最后一个瓦片向内移动，与邻居重叠。pad：超出边缘，用无数据填充。drop：略去。</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>瓦片,图块,切片,切割,拆分,训练,步长,标签,深度学习</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>写出 {} 个瓦片，略去 {} 个。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>GeoTIFF 瓦片文件夹（如“将栅格切割为训练瓦片”所写），或虚拟栅格文件夹（如“协调图幅”所写）。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>一个页面，含训练过程、聚类大小和设置。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>您自己的 ONNX 文件,给出图像的特征:作为网络 encoder,或作为 light 的教师;light 随后在这些栅格上学习其特征,制图速度快许多倍。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>按顺序的波段编号，例如 1,2,3。默认使用除 alpha 波段外的全部波段。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>批大小（图块）</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>第一层的通道数：论文中为 64，没有显卡时较慢。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>编码器</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>轮数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>两次聚类之间的轮数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>完成的轮数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>第一阶段</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>当栅格未说明时,用于指数:red=1; green=2; blue=3; nir=4。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>请给出栅格 (INPUT) 或瓦片文件夹 (FOLDER)，不要两者都给。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>由所学内容得出的伪标签在重新聚类之前保留多久。网络 light 的伪标签来自其初始知识，会一直保留。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>用全部图块学习多少遍。0 表示只对现有网络的特征进行聚类。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>各特征块相互之间的权重,例如 heights=0.5; texture=0。默认网络为 1,其他证据取决于其结构的价值;常量和噪声为 0。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>指数</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>输入滤波器</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>其权重、归一化、聚类和历史会延续；聚类编号含义不变。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>每轮之后据以报告得分的标签。它们不参与训练。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>学习率</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>无需标签，学习能将栅格像元归为聚类的特征。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>最后一轮的损失</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>要继续的模型</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>下一步：“聚类制图”应用模型 {}；ClusterNet 面板的“模型”中也可选择它。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>聚类数：您要找的每个类别对应若干个。论文中为 100。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>用于所有随机过程：种子相同则模型相同。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>图块大小（像元）</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>每一步的图块数。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>在这些多边形内学习。默认为各处。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>用于学习的栅格，波段均须相同。也可给出瓦片文件夹。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>波段的角色</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>训练图块的行数和列数。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>与波段一起使用的光谱指数:ndvi、ndwi、exg、vari、nbr。哪个波段是红光等由名称、颜色或波长得知,在训练前显示,也可以指定。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>优化器的步长，到最后降至接近零。0 使用网络自身的值。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>文件夹 {} 中没有 GeoTIFF；请先将瓦片切割到其中，或选择其他文件夹。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>模型是临时文件，QGIS 关闭后即消失。如需保留，请将 {} 复制到其他文件夹。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>训练好的模型：网络、归一化和聚类在同一个文件中。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>时间预算（分钟）</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>训练聚类网络</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>训练以届时学到的聚类结束。0 表示不限。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>训练报告</translation>
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
   <translation>用您自己的栅格训练网络，无需标签。网络为每个像元给出特征向量；k-means 将向量分组；这些组作为伪标签用来训练网络；如此反复（ClusterNet：Girard, Zhygallo, Tarabalka 2019）。

请给出栅格，或瓦片文件夹。每轮之后都会写出模型：被取消或强行终止的运行会留下最后一个完整轮次的模型，用相同的模型名称和参数重新启动时会从那里继续。INITIAL_MODEL 可从任意模型继续。

下一步：“聚类制图”将模型应用于此栅格或其他栅格。

网络：
light：一开始就具备许多知识，分辨率减半；最快也最好
unet_same：随机权重的 U-Net，尺寸不变，带批归一化
unet：论文中的 U-Net，valid 卷积；较慢
vgg16：VGG16 到第三个块，前两个冻结；需要由 torchvision 下载的权重，较慢
pixels:波段本身,用于嵌入(embedding)、光谱和指数;无需训练
encoder:您自己的 ONNX 网络文件(ENCODER),原样使用;不训练</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>特征块的权重</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>要训练的网络；旁边有说明。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>U-Net 的宽度</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting：先学习填补图块中被抹去的中心，轮数与正式训练相同。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel：像 DeepCluster 那样，向网络展示梯度而不是颜色。</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>非监督,自监督,分割,分类,聚类,k-means,深度学习,U-Net,特征</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDS 为“{}”；请给出波段编号，例如 1,2,3。</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} 是文件夹；请给出文件名。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>每个分区的每个类别一行，以公顷为单位。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>被分区边界切割的像元，按其位于分区内的精确比例计入。分区可以重叠，可以小于一个像元，可以超出栅格，坐标参照系不限。面积以椭球面上的平方米为单位；栅格没有坐标参照系时以像元为单位。

地图有误差，由其统计的面积也有误差。若有在整幅地图上随机抽取的真实类别样本，则按地图的每个类别在现实中为其他类别的频率进行校正（Olofsson et al. 2014）。95 % 置信区间由地图分块的自助法得出，需要其一百个分块中有十个含标签。其前提是地图在分区内的误差与别处相同。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>分区面积统计</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>统计类别栅格中每个类别在每个分区（例如行政区或地块）内的面积。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>在整幅地图（而不只是分区内）随机抽取的位置上，含真实类别的点、多边形或栅格；给出后面积会被校正并带有区间。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>多边形，每个多边形自成一个分区。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>真实类别样本</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>表示每个分区名称的字段。不填则编号。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>分区，带有每个类别的面积和比例，以及分区中有类别部分的比例。</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>分区</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>分区：名称字段</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>分区统计,分区直方图,面积,公顷,行政区,地块,比例,估计,置信区间</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>下载的文件与插件测试时所用的不同。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>某个文件正被其他程序使用。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>无法加载 PyTorch 的某个库；缺少 Microsoft 的 Visual C++ 运行库时会出现这种情况。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>需要一个不在插件列表中的软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>路径超过了系统允许的长度。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>请在“设置 &gt; 选项 &gt; 身份验证”中添加您单位的证书，然后重新安装；或从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>请在 Windows 中允许长路径，或将环境文件夹设置为较短的路径。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>请在杀毒软件中允许环境文件夹，或请管理员代为设置，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>请向管理员询问您单位的软件包地址，或从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>在 {folder} 之下，路径会超过 Windows 允许的 {longest} 个字符。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>请在“设置 &gt; 选项 &gt; 网络”中检查代理，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>请选择其他文件夹；手册说明了如何填充。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>请关闭其他程序，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>请关闭 QGIS 的其他窗口以及使用该环境的其他程序，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>请连接网络，在“设置 &gt; 选项 &gt; 网络”中检查代理，或从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>请复制日志，并在该插件的问题反馈处报告。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>请在“设置 &gt; 选项 &gt; 网络”中输入，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>请在环境所在的磁盘上腾出一些空间，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>请腾出一些空间，或将环境文件夹设置到其他磁盘。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>请为您的用户授予该处的写入权限，或将环境文件夹设置为其他文件夹。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>请重新安装；如果再次出现，说明您与服务器之间有什么改动了文件：请从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>请重新安装；或从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>请以管理员身份安装：sudo apt install python3-venv；然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>请从 Microsoft 安装 Visual C++ Redistributable (x64, 2015-2022)，重启 Windows，然后修复。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>请在设置 clusternet/python 中指定带有 GDAL 的 Python。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>请在设置 clusternet/python 中指定另一个带有这些软件包和 GDAL 的 Python，例如 conda 的 Python。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>在 Apple 芯片上请安装为其编译的 QGIS；在 Intel Mac 上请到别处训练，再在此用得到的地图进行分割。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>在 macOS 上，QGIS 的 Python 不得加载未经 QGIS 制作者签名的软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>请按“修复”；如果仍然如此，请删除用 pip 为您的用户安装的 numpy：pip uninstall numpy。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>环境所在的磁盘不允许运行程序。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>PyTorch 没有适用于 Intel 处理器 Mac 的软件包，也没有适用于为其编译的 QGIS 的软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>PyTorch 没有适用于此计算机处理器 ({machine}) 的软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>未找到 QGIS 自带的 Python。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>请修复 QGIS 的安装（Debian 上：sudo apt install python3-gdal），或在设置 clusternet/python 中指定另一个带有这些软件包和 GDAL 的 Python。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>请修复 QGIS 的安装，或安装程序 uv，找到后即会使用。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>分割、多边形和精度评价在此仍可使用；请在其他计算机上训练和制图。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>请将环境文件夹设置到可写入的磁盘。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>请将环境文件夹设置到未以 noexec 挂载的磁盘。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>QGIS 的 Python 不带 pip。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>QGIS 的 Python 在 QGIS 之外找不到 GDAL。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>下载过程中连接中断。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>磁盘已满。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>环境所在的磁盘不可写入。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>环境文件夹不允许写入。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>文件夹 {folder} 中没有软件包（以 .whl 结尾的文件）。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>安装失败，原因不明。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>内存已耗尽。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>网络太慢，或此处与服务器之间有什么拦截了流量。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>QGIS 的 Python 的 pip 太旧。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>代理要求输入用户名和密码。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>代理没有响应。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>无法连接软件包服务器。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>软件包服务器自身出现问题。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>服务器拒绝向此网络或用户提供软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>服务器的证书不受信任；防火墙检查加密流量时会出现这种情况。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>系统的 C 库对 PyTorch 来说太旧。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>系统的 Python 缺少用于建立环境的部分。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>杀毒软件阻止或删除了某个文件。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>没有适用于此 Python 版本或此计算机的软件包。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>此处理器缺少 PyTorch 或 FAISS 所需的指令。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>请在其他计算机上训练和制图，再在此用得到的地图进行分割。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>请过几分钟再试。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>请换用更好的网络再试，在“设置 &gt; 选项 &gt; 网络”中检查代理，或从软件包文件夹安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>两个版本的 numpy 混在了一起。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>请更新 QGIS，或安装程序 uv，找到后即会使用。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>请更新 QGIS，新版带有更新的 Python；软件包文件夹必须用相同的版本和系统制作。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>请更新插件，然后重新安装。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>请更新系统：2019 年或更新的发行版即可。</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>{folder} 处需要 {needed} MB，可用空间为 {free} MB。</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>复制表格</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>公顷</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} 含 {polygons} 个多边形，共 {classes} 个类别。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>添加类别</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>在此或用地图上的按键选择要绘制的类别。双击名称或颜色可以修改；右键有更多选项。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>所选类别的颜色</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>{} 的颜色</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>颜色...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>每个类别都需要自己的名称；“{}”为空或已被使用。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>擦除其笔画</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>按键</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>某个类别扩展得太远时，用它涂在不属于任何类别的地方。</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>移除类别</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>移除所选类别及其笔画</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>类别 {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>其他（无）</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>为去除阶梯状，轮廓最多可以移动多远：初始值为一个半像元。0 保留像元的轮廓。</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>仅视图内的部分</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>更小的多边形以及类别栅格中的斑点并入邻居。初始值为画笔的面积。</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>最小面积</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>平滑</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>按笔画决定</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>聚类 {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>预览计算完成后，聚类会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>聚类的颜色</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>将所选聚类视为一个</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>无类别</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>归入类别</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>手动将所选聚类归入某个类别。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>重命名（或双击名称）</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>将合并的聚类重新分开</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>此处没有聚类。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>此聚类不在视图内；请先缩小。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>勾选聚类即可将其归入“{}”，无需绘制。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>这里是哪个聚类？在地图上点击即可选择。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>缩放到聚类所在处</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0.1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>建议：点击即可把该聚类放入“{}”。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>聚类</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>看起来相似的聚类。点击可展开或折叠；勾选对全部生效。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>类别由手动指定。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>类别由您的笔画指定。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>不属于任何类别。勾选即可归入您正在绘制的类别。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>比例</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>在视图中所占的比例。</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>{} 个相似</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>变化</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>请先选择栅格。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>比较...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>请拖动线条。按住 X 互换两者，C 隐藏变化，Esc 结束。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>结束比较</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>查找变化...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>打开算法“发生了什么变化”，并填入两个栅格和模型。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>在地图上将另一个栅格与此栅格并排查看，并找出变化。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>找不到此图层的文件。</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>项目中没有其他栅格；请添加要比较的栅格。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>尚未安装带有 PyTorch 的 Python。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>选择“绘制”，在要找的对象上画一个笔画。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>请选择栅格以开始。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>安装...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>绘制</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>就绪。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>结果</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>正在启动 Python...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>操作失败；地图上方的消息说明了原因。</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{}：{} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;未就绪。&lt;/b&gt;未找到 Python。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;未就绪。&lt;/b&gt;{python} 无法运行。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;未就绪。&lt;/b&gt;{python} 缺少 {missing}。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;就绪。&lt;/b&gt;训练和制图使用 {python} ({versions})。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>存放 .whl 文件的文件夹，用于没有网络的计算机。手册说明了如何填充。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>已取消；未安装任何内容。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet：Python 环境</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>计算设备</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>复制日志</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>从网络；或选择软件包文件夹</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>安装</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>已安装。可以开始训练和制图。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>它由设置 clusternet/python 指定，安装时会清空该设置。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>日志</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>正在查找 Python...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>NVIDIA 显卡 (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>软件包</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>处理器</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>处理器和 Apple 图形 (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>已移除。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>修复</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>这是插件的错误；请复制日志并报告。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>训练和制图在 QGIS 之外的 Python 中运行，该 Python 带有 PyTorch、FAISS、SciPy 和 ONNX Runtime。选择聚类、分割、多边形和精度评价无需它也可使用。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>现有环境属于插件的另一个版本。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>环境所在的位置：在插件和 QGIS 配置文件之外。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>“{button}”从 PyPI 和 PyTorch 下载约 {download} MB 到 {folder}，在那里占用约 {disk} MB。QGIS 的 Python 不会改动。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>“{button}”将该文件夹中的软件包放入 {folder}，约 {disk} MB。不下载任何内容，也不改动 QGIS 的 Python。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>该处有 {} MB 可用。</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>正在安装 PyTorch 和 FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>正在查找 Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>正在移除 PyTorch 和 FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>类别 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>正在计算预览</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>正在从笔画中学习</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>正在打开栅格和模型</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>正在保存选择方案</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>在保存选择方案之前选择了其他栅格或模型；请重新分割该栅格。</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>第 {} 轮，共 {} 轮：损失 {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>每轮之后的损失：网络区分伪标签的能力还有多差。</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>正在等待第一轮</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>画笔大小</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>擦除</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>擦除所有笔画；可撤销恢复</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>在地图上擦除笔画或其一部分。</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>接着在此绘制：圆环标出下一个笔画最有用的地方（地图上按 N）</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>在地图上绘制所选类别的笔画。地图上的按键：1 到 9 选择类别，0 为“其他”，[ 和 ] 调整大小，Esc 放弃笔画，空格键平移，按住 Shift 拖动可缩放。</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>重做（地图上按 Ctrl+Shift+Z）</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>撤销（地图上按 Ctrl+Z）</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>画笔和橡皮擦的地面宽度；地图上按 [ 和 ] 可以调整。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>类别：您的笔画对视图内容的划分。聚类：未经您参与而找到的组；在地图上点击，或绘制时按住 Shift 点击，即可选择一个。置信度：红色表示您的笔画未能确定之处。在地图上按住 H 可全部隐藏。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>预览遮住地图的程度。</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>显示笔画</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>无法读取工程中保存的 ClusterNet 内容 ({})；请重新开始。</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>选择栅格</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{}（未找到）</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{}（仅图片）</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>添加图层中的笔画：带有“class”字段的线或点。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>在后台将您绘制的内容应用于栅格：会添加一个栅格和多边形。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>加载笔画</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>加载笔画...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>保存笔画</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>保存笔画...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>将笔画保存为图层，以便分享，或在没有地图时重放。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>分割...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>栅格不在视图内；请缩放到栅格，或分割整个栅格。</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>笔画已保存到 {}。</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>正在保存 {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>分割失败；请查看消息日志。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>分割已取消；未写出任何内容。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>正在分割 {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>栅格已分割：{}。</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{}（类别）</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{}（多边形）</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>视图内没有需要笔画的地方；请看看别处。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>{}文件 {} 已不存在。请另选一个；您的笔画会保留。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>图层现在显示另一个文件；{} 的笔画随原文件保留。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>栅格或模型在磁盘上已更改，正在重新读取。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>对话框打开期间栅格被更改或移除；未执行任何操作。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>栅格 {} 已被移除。其笔画已保留：重新添加它即可继续。</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>模型</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>栅格</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} 正在重新启动；笔画不会丢失。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>基础模型</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>选择文件...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>要分割的栅格。笔画按栅格分别保留。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>在后台用此栅格训练模型，无需标签。</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>训练...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>用来找出聚类的模型。基础模型可立即使用；用您的栅格训练的模型可能效果更好。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>无法将笔画写入 {}：{}。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} 无法作为矢量图层打开；请选择其他文件。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} 没有表示每个笔画类别的字段“class”；其字段为 {}。</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} 中没有带类别的线或点；请选择其他文件。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>查找属于建筑物、铺装地面、树木、低矮植被、水体或裸地的聚类。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>把所有不属于任何类别的聚类放入建议的类别。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>停止查找</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>建议名称</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>全部采用</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>正在 {} 上查找名称</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>没有聚类与任何有名称的事物相似；请改为涂画。</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>{} / {} 个聚类有建议的名称：在列表中点击即可采用，或全部采用。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>网络查看栅格，无需标签，学习哪些像元相似。其间您可以继续工作。每轮之后都会保存模型，因此提前停止损失不大。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>最多</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>像元分为多少组；越多，区分得越细。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>将整个栅格过多少遍。</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>用 {} 训练</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>停止训练</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>剩余约 {} 分钟</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>剩余约 {} 秒</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>正在用 {} 训练模型</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>训练已完成；从现在起使用 {}。</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>训练在第一轮完成之前被取消。</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>训练已取消；{} 是第 {} 轮之后的模型，可供选择。</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>裸地</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>建筑物</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>低矮植被</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>铺装地面</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>树木</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>水体</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>无法复制图层“{name}”的值（代码 {code}）；请先将其导出为 GeoTIFF。</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>图层“{name}”来自“{source}”，它提供的是图片而不是值；请先将其导出为 GeoTIFF。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>所有栅格的波段数必须相同 ({})；请用 BANDS 选择波段。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>所有图幅的波段数必须相同（{}）；请选择其他图幅。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>编码器需要 onnx 和 onnxruntime，而 {} 处的 Python 无法加载（{}）。请用 pip 在那里安装，或在设置中选择另一个 Python。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE 和 AFTER 是同一个栅格 {}；请选择同一地点的两个时期。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSES 中出现“{}”，此处应为类别，例如 tree=3,7。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES 没有给出类别；请给出诸如 树木 的名称，用逗号分隔。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>无法读取栅格 {}：{}。请检查文件是否存在，且是否为栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>无法写入文件夹 {}：{}。请选择您可以写入的文件夹。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>无法写入 {}：{}。请检查磁盘可用空间，并确认没有其他程序打开它。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>无法写入 {}：{}。请检查磁盘可用空间和您对该文件夹的权限。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>正在对 {} x {} 像元进行聚类，共 {} 个瓦片</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>第 {} 轮，共 {} 轮：损失 {}，{} 的像元改变了聚类</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>正在查看 {} 个图块，每个 {} x {} 像元</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>正在栅格的 {} 个部分查找土地覆盖</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS 没有点；请给出位于对象上的点，或留空。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>没有聚类属于任何类别：没有一个聚类至少 {} 属于以下之一：{}（最纯的聚类有 {} 为同一标签）；请降低 MIN_PURITY，或用更多聚类训练。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>SAMPLE 中没有位于地图类别上的标签；请选择与地图重叠的样本。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>没有有标签的像元位于聚类上 (FRACTION {})；请使用更大的比例，或与栅格重叠的参考。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>没有对象达到最小面积，或栅格没有 CLASSES 的像元；图层为空。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>没有在两个时期都有效的像元；请给出同一地点的两个栅格，或另一个 EXTENT。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>没有区块达到最小面积，或栅格没有类别；图层为空。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>{} 中没有与栅格重叠的图形；请选择覆盖栅格的图层。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>没有笔画位于栅格的有效像元上；请在栅格上绘制，或检查图层。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>{} 中没有位于栅格上的笔画；请选择覆盖栅格的图层。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>MARKERS 的 {} 个点都不在 CLASSES 的像元上；请给出位于对象上的点。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>未进行训练：聚类由原有的网络得出。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>训练了一轮；其间 {} % 的像元改变了聚类。增加轮数可能效果更好。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES 需要类别：请给出由“按参考选择聚类”或面板写出的 SELECTION。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE 就是类别栅格本身({});请给出在其上随机抽取的地点的真实类别。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>位于 {} 的 Python 缺少 {}。“插件 &gt; ClusterNet &gt; Python 环境”可安装；或运行："{}" -m pip install -r "{}"；或在设置 clusternet/python 中指定另一个。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>面积由有误差的地图统计得出，没有区间：真实类别样本 SAMPLE 可对其校正。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>类别“{}”使用了聚类 {}；现有聚类为 0 到 {}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>编码器 {} 需要 {} 个波段{},而栅格有 {} 个({});请用 BANDS 选择 {} 个。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>范围与栅格不重叠；请在栅格内选择范围。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>地图与参考没有共同的像元；请选择与地图重叠的参考。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>模型是从嵌入({})学习的,而 {} 似乎不含嵌入。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>模型需要其编码器 {},但它不在或已更改;请放回文件 {}(SHA-256 {}...)。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>该模型除图像外还使用高度或指数，不能用来比较两个时期；请不带 EXTRA 和 INDICES 训练一个。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>模型是用 {} 个波段 ({}) 训练的；{} 提供 {} 个。请用 BANDS 选择相同的波段。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>该模型训练时除影像外还使用了 {}({}),而 {} 被视为 {}:请用 EXTRA 给出此栅格对应的数据,或按其内容命名文件,例如 {}.tif。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>该模型训练时除图像外还使用了 {}（{}），面板无法接收：请在图层中绘制，并使用带 EXTRA 的“按笔画选择聚类”。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>该模型训练时除影像外还使用了 {}({}):请用 EXTRA 给出此栅格对应的数据。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>网络“encoder”是您自己的文件;请用 ENCODER 指定。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>网络“{}”没有可学习的内容:其特征按原样聚类。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>栅格少于三个波段：土地覆盖由灰度推测，不太确定。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>栅格没有类别 {}；其类别为 {}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>栅格没有参考系；对象的面积和直径以像元为单位。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>栅格没有坐标参照系；面积以像元为单位。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>栅格没有有效像元：全部为无数据、被掩膜或 NaN。请选择其他栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>栅格没有有效像元：全部为无数据、被掩膜或 NaN。请选择其他栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>栅格每边最多 {} 个像元：图块改为 {} x {}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>参考在栅格上没有有标签的像元；请选择与栅格重叠的参考。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>第二个时期偏下 {} 个像元、偏右 {} 个像元：已移回</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>选择方案是为模型 {} 制作的，而聚类来自 {}；请在这些聚类上重新选择。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>选择方案的笔画位于另一个栅格上；将应用从中学到的内容。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>{} 分钟的时间预算在第 {} 轮之后用完。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>训练没有改善：损失从 {} 变为 {}。请尝试更小的学习率，或更多样的栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>训练正在改善：损失从 {} 降至 {}，最后一轮仍有 {} % 的像元改变了聚类。增加轮数可能效果更好：请将该模型作为要继续的模型给出。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>训练顺利：损失从 {} 降至 {}，最后一轮只有 {} % 的像元改变了聚类。增加轮数不会有多大变化。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>两个时期没有能说明偏移的共同边缘；不消除偏移。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>{} 与 {} 的值相差 {} 倍以上,像是类型或单位不同;请用“转换”或栅格计算器将所有图幅统一为一种类型,例如 Float32。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>共有 {} 个有效像元{}，少于所要求的 {} 个聚类；请最多要求 {} 个，或给出更大的栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>没有编码器 {};请用 ENCODER 选择一个 ONNX 文件。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>没有模型文件 {}；请选择由“训练聚类网络”写出的模型。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>没有可用于训练的有效像元：全部为无数据、被掩膜、NaN 或在 AREA 之外。请选择其他栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>位于 {} 的 Python 不可用；请通过“插件 &gt; ClusterNet &gt; Python 环境”安装，或在设置 clusternet/python 中指定一个。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>这些嵌入的版本不同,其数值含义不一致({}):聚类会随文件而分。请全部使用同一版本。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>使图幅一致会将 {}({})在其类型范围 {} 至 {} 的两端截断:请用“转换”将所有图幅统一为一种类型,例如 Float32。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>剩余约 {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) 与栅格不重叠;请给出此地图的置信度。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{}(EXTRA)与栅格不重叠;请给出覆盖它的栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} 与第一个时期的栅格不重叠；请给出覆盖它的栅格。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} 没有字段“{}”；其字段为：{}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} 中没有多边形；请选择多边形图层作为分区。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} 没有或几乎没有有效像元：保持原样。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} 在 CLASSES 的 {} 个像元上没有值；请给出覆盖它们的，或留空。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} 处处为同一个值：只匹配亮度，不匹配对比度。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} 具有 AlphaEarth 的波段和字节值,但其向量不是单位长度:它们被重采样、缩放或截断,因此按普通波段处理。请重新获取文件,并且只用最近邻法重投影。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} 有 {} 个波段,而类别栅格只有一个;请选择类别栅格,例如“分割”写出的。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} 有 {} 个波段；请求的是波段 {}。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} 以字节形式存有 {} 的嵌入:按单位长度的向量读取。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} 含有嵌入向量,其数值在所有图幅上含义相同:请将图幅原样交给“训练聚类网络”。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} 含有 {} 至 {} 的值;置信度介于 0 和 1 之间。请给出“聚类制图”写出的 CONFIDENCE。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} 是 {} 服务，它提供的是图片而不是值；请先将需要的部分导出为 GeoTIFF。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} 给出了两次；每个图幅请只给出一次。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} 不是完整的 ClusterNet 模型 ({})；请重新复制或训练。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} 是某个图幅的文件夹；请另选一个，以免前后的图幅混在一起。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>{} 的面积发生了变化：如果过多，请把云掩膜为无数据，或给出用两个时期训练的模型。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} 个标记（共 {} 个）不在 CLASSES 的像元上，或共用一个像元。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>有 {} 个分区（共 {} 个）位于栅格之外：它们在栅格上没有面积。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>有 {} 的部分（位于 {}）是未声明为无数据的纯色边缘（{}，所有波段均为 {}）：已略去。KEEP_FLAT_BORDERS 可将其保留。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{}({})在其类型范围 {} 至 {} 的两端被截断。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} / {} 个多边形保留其轮廓或其一部分：直角会使其不能很好地覆盖像元或碰到邻居。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} 会覆盖 {}：两者都是 {}；请为 {} 换一个名称。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{}：与其他图幅没有重叠，且只有 {} 的地面相似：保持原样。</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{}：与其他图幅没有重叠；按 {} 相似的地面进行匹配。</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>QGIS 无法打开图层“{name}”的来源 {source}；请修复来源，或选择其他图层。</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>“{name}”的 {total} 个要素中有 {count} 个无法由 GDAL 读取，已略去。</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} 没有字段“{field}”；其字段为：{names}。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet：边绘边看</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>正在安装 PyTorch，已完成 {} %。安装完成后请重新运行该算法。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>用于训练和应用模型的 PyTorch 尚未安装。请关闭此消息：随后打开的窗口会进行安装。</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Python 环境...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>在地图上绘制笔画来分割栅格</translation>
  </message>
 </context>
</TS>
