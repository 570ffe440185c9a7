<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>Cancelado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>Uma página com a matriz, e imagens das maiores mudanças antes e depois.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>Um polígono para cada mudança conexa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>Um raster com um valor para cada par de classes, e 1 onde nada mudou.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>Encontra o que mudou entre dois rasters de um mesmo lugar, e em quê, com uma legenda para ambos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>Primeira data</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>Um só modelo vê as duas datas: um treinado com uma delas ou, melhor, com as duas. O deslocamento entre elas é encontrado e retirado, e as cores de uma data são ajustadas às da outra pelo solo que não mudou. Um pixel mudou onde as suas características diferem mais do que as do solo inalterado, e de todos os pixels da outra data a menos de dois pixels.

A segunda data pode ter qualquer grade de pixels e sistema de referência: a parte comum é comparada nos pixels da primeira. Sem SELECTION, as classes são grupos de clusters parecidos. Nuvens contam como mudança se não forem sem dados.

Compare mais de duas datas aos pares, em lote.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>Polígonos de mudanças</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>Relatório</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>Segunda data</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>Seleção de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>Parte da área que mudou</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>Mudanças menores passam a ser o que está em volta; as de menos de 25 pixels, sempre. Sem georreferência, em pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>Menor mudança (unidades de mapa ao quadrado)</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>Tabela</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>A área que cada classe perdeu para cada outra, em metros quadrados.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>As classes. Sem ela, grupos de clusters parecidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>O raster de depois, com as mesmas bandas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>O raster de antes; vale a sua grade de pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>Transições</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>O que mudou</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>detecção de mudanças,duas datas,diferença,matriz de transição,antes,depois,monitoramento,multitemporal</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>Aplica um modelo treinado a um raster com as mesmas bandas: o do treinamento ou outro.

O resultado tem os pixels do raster. O cluster 0 é gravado como 1, o cluster 1 como 2 e assim por diante; 0 é sem dados e está exatamente onde o raster não é válido. Um cluster tem o mesmo número e a mesma cor em todos os rasters do modelo.

SEAM_INDEX diz quantas vezes mais os clusters mudam nas bordas dos blocos processados do que nas mesmas linhas dentro deles: 1 significa que as bordas não aparecem.

A seguir: 'Selecionar clusters por referência' ou 'Segmentar' com CLASSES como tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>Classes de clusters das quais se querem probabilidades.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>Clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>Clusters presentes</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>Confiança</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>Características</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>Continuar uma execução interrompida</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>Quão clara foi cada escolha: 1 menos a distância ao cluster mais próximo dividida pela distância ao segundo mais próximo. 0 é um empate.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>Probabilidade de cada classe da seleção, uma banda cada, com 'other' para os clusters sem classe; a partir das distâncias a todos os clusters. Somam 1.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>Quão diferente do treinamento é cada pixel: sua distância ao cluster mais próximo dividida pela dos pixels do treinamento (raiz da média dos quadrados). Em torno de 1 é o usual; de 2 em diante, nada parecido foi visto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>Guarda os blocos prontos em uma pasta oculta ao lado dos clusters até que estes estejam completos. Iniciada de novo com os mesmos parâmetros, uma execução cancelada ou encerrada os retoma dali.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>Mapear clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>Novidade</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>Probabilidades das classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>Raster de clusters, com cores e nomes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>Raster com as mesmas bandas daqueles com que o modelo foi treinado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>Índice de emenda</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>Seleção</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>As características normalizadas de cada pixel, uma banda para cada; grande.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>Grava o cluster de cada pixel de um raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>não supervisionado,prever,inferência,aplicar,agrupamento,classificação,segmentação</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>Uma página que abre em qualquer navegador.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>Relatório de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>Relatório de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>Mostra o que cada cluster de um modelo é em um raster: seis recortes onde ele é mais puro e mais claro, sua área, a média de cada banda com o desvio padrão e os clusters com que faz divisa. Uma árvore mostra quais clusters se parecem e sugere quais unir em uma classe; a sugestão pode ser usada em CLASSES de 'Segmentar'.

A página é um único arquivo que não precisa de rede; pode ser enviada e impressa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>O raster com que o modelo foi treinado, ou outro com as mesmas bandas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>Grava uma página com uma ficha para cada cluster e com os clusters que se parecem.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>fichas,visão geral,legenda,unir,dendrograma,miniaturas,espectro,html</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>Uma página com os resultados de cada classe, seus intervalos de confiança, um mapa de erros e a matriz de confusão.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>Exatidão global</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>Área</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>Raster de classes ou polígonos a avaliar.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>Compara todos os pixels rotulados: exatidão global e, para cada classe, IoU (interseção sobre união), Dice, precisão e revocação, com suas médias sobre as classes da referência.

As classes são associadas pelo nome; as de um raster sem nomes, pelo valor. Os valores de um raster são suas classes, seu sem dados não é rotulado. Pixels fora dos polígonos de uma referência contam como 'other' dentro de AREA, e em toda parte se houver só uma classe e nenhuma AREA; senão, não são rotulados. Onde o mapa está vazio mas a referência não, ele está errado.

Uma referência de pontos, ou que rotula menos de um vigésimo do mapa, é uma amostra. O relatório estima então a exatidão do mapa inteiro e a área verdadeira de cada classe, com intervalos de confiança de 95 % (Olofsson et al. 2014); as unidades devem ter sido sorteadas, em cada classe do mapa ou no conjunto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>Confiança dos pixels do mapa, gravada por 'Mapear clusters': o relatório mostra então quão correto é o mapa quando se renuncia a pixels menos certos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>Avaliar</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>Relatório de avaliação</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>Compara um raster de classes ou polígonos com uma referência.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>Mapa</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>Dice médio</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>IoU média</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>Polígonos dentro dos quais a referência é completa; nada fora deles é comparado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>Raster, polígonos ou pontos com as classes verdadeiras, em qualquer sistema de referência.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>Referência</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>O mesmo como tabela.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>exatidão,acurácia,matriz de confusão,IoU,Dice,precisão,revocação,validação,verdade de campo</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>Classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>Exportar modelo para ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>Arquivo ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>Linhas e colunas que outros programas devem processar de uma vez; maior é mais rápido por pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>O arquivo a gravar.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>Tamanho do bloco</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>Quais clusters formam qual classe. Sem ela, cada cluster é uma classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>Grava um modelo para o ONNX Runtime e complementos como o Deepness.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>Grava um modelo treinado como ONNX, com tudo de que outros programas precisam: entram os pixels como estão armazenados, saem as pontuações dos clusters, ou das classes se for dada uma seleção. O complemento Deepness encontra no arquivo os nomes, o tamanho do bloco e a sobreposição.

A pontuação da melhor classe é (1 + confiança) / 2, todas as outras são 0.

'Mapear clusters' também aceita o arquivo e então precisa apenas do ONNX Runtime.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,deepness,implantar,converter,inferência,compartilhar,rede</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>Uma página com o mosaico antes e depois, diferenças, ganhos e deslocamentos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>Diferença nas sobreposições depois</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>Diferença nas sobreposições antes</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>Pasta das folhas harmonizadas</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>Harmonizar folhas</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>Torna semelhantes folhas de cores diferentes, sem as reescrever.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>Uma folha sozinha não tem com que ser harmonizada; dê duas ou mais.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>As folhas sobrepostas diferiam em {before} e agora diferem em {after}, onde nada mudou.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>Folhas</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>As folhas de um mosaico, voadas noutros dias ou com outras câmaras, diferem em brilho e contraste e recebem outros clusters. Um ganho e um deslocamento para cada banda de cada folha tornam o solo semelhante onde as folhas se sobrepõem, resolvidos para todas as folhas ao mesmo tempo; o que ali mudou, como nuvens, não conta. As folhas sem sobreposição são ajustadas pelo solo que nelas é semelhante. A média do mosaico mantém-se.

As folhas ficam como estão: os resultados são rasters virtuais (VRT), ficheiros pequenos que as leem. «Treinar rede de agrupamento» aceita a pasta, e «Mapear clusters» cada um deles, ou todos em lote.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>Dois rasters ou mais com as mesmas bandas, de qualquer sistema de referência e resolução.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>Rasters virtuais com os nomes das folhas, e harmonised.json com os seus ganhos e deslocamentos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>mosaico,emendas,equilíbrio de cores,normalização radiométrica,ajuste de histogramas,ganho,deslocamento,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} é '{value}'; use um de {choices}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} é {value}; deve ser um número de {lowest} a {highest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} é {value}; deve ser um número, no mínimo {lowest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} é um mapa de clusters; escolha a imagem de que ele foi feito.</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} e {other} têm ambos o nome {name}; dê nomes diferentes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} e {other} sobrescreveriam um ao outro em {path}; dê nomes diferentes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} sobrescreveria {other}, que é lido: ambos são {path}; dê outro nome a {output}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>Um modelo gravado por 'Treinar rede de agrupamento'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>Um modelo gravado por 'Treinar rede de agrupamento' ou 'Exportar modelo para ONNX'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>Bandas</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>Bandas a usar, em ordem. Por padrão todas, exceto uma banda alfa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>Classes com ângulos retos</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>Seleção de clusters (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>Modelo do ClusterNet (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>Confiança gravada por 'Mapear clusters': cada polígono recebe a média de seus pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>Extensão</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>Outros rasters</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>Quanto um contorno pode se mover para perder vértices. Contornos compartilhados se movem juntos, de modo que não surgem lacunas nem sobreposições. 0 mantém os contornos dos pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>Quanta memória o trabalho pode ocupar; menos gera blocos menores, não outros resultados.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>Manter bordas lisas</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>Grandes áreas de preto ou branco puro ao longo da borda, que o arquivo não declara como sem dados, são omitidas, com aviso. Sim as toma como parte da imagem.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>Confiança mínima</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>Memória (MB)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>Modelo (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>Nomes de classes, como roof, cujos contornos recebem bordas retas e ângulos retos, ou de 45 graus onde o contorno assim indica. Vizinhos continuam vizinhos, sem lacunas nem sobreposições; um polígono que cobriria mal seus pixels mantém seu contorno.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>Modelo ONNX (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>Parte do raster a processar, ajustada para fora até seus pixels. Por padrão, tudo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>Pixels de menor confiança tornam-se a classe 'other'. O relatório de 'Avaliar' mostra quanta área cada valor deixa e quão correta ela é. 0 mantém todos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>Rasters de alturas (MDS, MDT, alturas de copas), de classes ou de outros sensores, em qualquer grade e sistema, a considerar ao lado da imagem. O que foi usado para treinar um modelo deve ser dado de novo quando ele é usado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>Tolerância de simplificação (unidades do mapa)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>Polígonos menores se unem ao vizinho com que compartilham a divisa mais longa. 0 mantém todos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>Menor polígono (unidades do mapa ao quadrado)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>O campo de uma camada vetorial que dá o nome da classe de cada forma. Sem ele, todas as formas são de uma só classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>Onde calcular: auto usa uma placa de vídeo, se houver, e senão o processador.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{}: campo da classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>Raster de classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>Raster de classes para polígonos</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>Desenha um polígono em torno de cada região contínua de uma classe. Contornos que duas regiões compartilham são simplificados uma só vez, para ambas: não surgem lacunas nem sobreposições. A borda externa fica como os pixels a têm. Regiões abaixo da menor área se unem a uma vizinha em vez de deixar um buraco.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>Desenha polígonos em torno das regiões de um raster de classes, sem lacunas nem sobreposições.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>Quantas vezes os cantos são cortados depois da simplificação. 0 os mantém.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>Polígonos</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>Polígonos com classe, área, perímetro, compacidade, comprimento, largura, direção e vizinhos: em metros sobre o elipsoide, ou em pixels quando o raster não tem sistema de referência.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>Raster de números inteiros; 0 ou o seu sem dados declarado é omitido.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>Suavização (passadas)</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>O raster de clusters de que as classes foram feitas: cada polígono recebe os números dos clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>vetorizar,poligonizar,vetor,contorno,simplificar,topologia,cobertura</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>Um raster gravado por 'Mapear clusters'. Ou indique um raster e um modelo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>Escolha os clusters por um arquivo SELECTION ou por um texto CLASSES, como tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>Classes com seus clusters. Ou indique as classes como texto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>Indique clusters (CLUSTERS), ou um raster e um modelo (INPUT e MODEL).</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE é {:g}: reduza-o se não restar nenhum polígono.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>Faz um raster de classes e polígonos de clusters escolhidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>Modelo para este raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>Nomes com os números de seus clusters, como tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>Ou: classes como texto</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>Ou: raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>Polígonos das classes escolhidas, com os clusters de que cada um é feito.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>Raster cujos clusters são mapeados primeiro, com o modelo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>Regiões com menos pixels se unem à sua maior vizinha. 0 mantém todas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>Segmentar</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>Crivo (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>A primeira classe é gravada como 1; a classe 'other' vem por último.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>São necessárias duas coisas.
1. Clusters: um raster gravado por 'Mapear clusters'; ou então um raster e um modelo, e eles são mapeados primeiro.
2. Quais clusters formam qual classe: um arquivo de seleção; ou então um texto como tree=3,7; roof=12,20-25, com os números dos clusters como na legenda (o valor gravado menos 1).

Pixels de clusters que não estão em nenhuma classe formam a classe 'other'; os polígonos a omitem. 0 é sem dados e está exatamente onde o raster não é válido.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>classificar,classes,escolher,clusters,vetorizar,polígonos,extrair</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{}: não usado sem POLYGONS.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>Um cluster só pertence a uma classe se pelo menos esta parte de seus pixels rotulados pertencer a ela.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>Um raster gravado por 'Mapear clusters'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>Escolhida ao acaso; o resto não é considerado. 'Avaliar' conta todos os rótulos, inclusive estes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>Classes com seus clusters, para usar em 'Segmentar'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>Classe, pureza e pixels rotulados de cada cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>Encontra quais clusters formam qual classe, a partir de uma parte dos rótulos de referência.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>Dá a cada cluster a classe da maioria de seus pixels rotulados, se um número suficiente deles a tiver. Clusters misturados demais, ou sem rótulos, ficam sem classe.

Os valores de um raster são suas classes; seu sem dados não é rotulado. Nos polígonos, o campo da classe dá o nome da classe. Pixels fora dos polígonos contam como 'other' dentro de AREA, e em toda parte se houver só uma classe e nenhuma AREA; senão, não são rotulados.

A seleção serve para todos os rasters do mesmo modelo. A seguir: 'Segmentar'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>Da escolha aleatória dos rótulos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>Polígonos dentro dos quais a referência é completa; nada fora deles é considerado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>Raster ou polígonos com as classes verdadeiras, em qualquer sistema de referência.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>Semente</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>Selecionar clusters por referência</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>Parte dos rótulos a usar</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>Menor pureza</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>rótulos,verdade de campo,classes,atribuir,associar clusters a classes,dados de treinamento</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>nenhum</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{}: clusters {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>Campo da classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>Classes com seus clusters, e como os clusters disputados são divididos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>Clusters disputados por duas classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>Encontra quais clusters formam qual classe, a partir de traços no mapa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>Que largura têm pontos e linhas, se a camada não tiver um campo 'width' que a informe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>Pontos, linhas ou polígonos, na ordem em que foram pintados.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>Selecionar clusters por traços</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>Traços</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>Traços são pontos, linhas ou polígonos com um campo que dá o nome de sua classe: desenhados à mão em qualquer camada vetorial ou salvos pelo painel ClusterNet. Onde se cruzam, vale o mais recente.

Um cluster disputado por traços de duas classes é dividido entre elas. A seleção contém a regra que faz isso, e assim pode ser aplicada sem traços a outros rasters do mesmo modelo: use-a em 'Segmentar' com INPUT e MODEL.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>O campo que dá o nome da classe de cada traço; traços sem classe são omitidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>O raster sobre o qual se pintou.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>Largura dos traços (unidades do mapa)</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>interativo,rabisco,pincel,classes,amostras de treinamento,classificação,segmentação</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>Um raster de classes diz onde há árvores, não quantas. Os objetos compactos (copas, carros) são separados por manchas: pelo contorno da classe e, se for dada, pela imagem; o tamanho é escolhido a partir dos dados. Com alturas, cada topo é um objeto. Os retos (edifícios) são separados onde a classe se estreita e, com uma imagem, ao longo de arestas retas.

Para corrigir uma contagem, edite os pontos: mova, acrescente e apague, e execute de novo com eles como MARKERS. Então cada ponto é um objeto, e não se procuram outros.

A confiança de um objeto é 1 se estiver isolado, e perto de 0 se quase nada o separar do vizinho; é multiplicada pela média de CONFIDENCE.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>Um ponto no meio de cada objeto, com os mesmos atributos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>Um polígono por objeto, com classe, área, diâmetro, altura e confiança.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>Confiança escrita por 'Mapear clusters': os píxeis incertos separam objetos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>Conta e delimita objetos que se tocam, como copas, carros ou edifícios: um polígono cada.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>Alturas</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>Alturas acima do solo, em qualquer grelha de píxeis, como um modelo de altura do dossel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>Imagem</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>Tipo de objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>Marcadores</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>Nomes das classes com objetos, separados por vírgulas, como árvore.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>Número de objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>Objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>Pontos dos objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>Pontos, um em cada objeto, como os pontos corrigidos de uma execução anterior.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>Separar objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>Os objetos menores juntam-se ao vizinho da sua classe com o limite comum mais longo, ou são omitidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>Menor objeto (unidades de mapa ao quadrado)</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>A imagem do mesmo lugar, em qualquer grelha de píxeis: as copas são mais claras no meio.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>compact para copas e carros, straight para edifícios.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>contar,árvores,copas,carros,edifícios,dividir,divisor de águas,instâncias,contíguos,individual,inventário</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{}: {} objetos</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>Escolhe clusters por traços e aplica a escolha a todo o raster. Traços são pontos, linhas ou polígonos com um campo que dá o nome de sua classe, desenhados à mão ou salvos pelo painel ClusterNet.

Guarde a seleção: 'Segmentar' a aplica a outros rasters do mesmo modelo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>Classes de traços no mapa se tornam um raster de classes e polígonos de todo o raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>Os clusters só recebem um nome se ele for pelo menos tão provável assim, de 0 a 1. Com 0.9 menos é nomeado, e menos nomes estão errados.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>Agrupa o raster com o modelo de base tal como vem, nomeia os clusters de que tem certeza (construção, pavimento, árvore, vegetação baixa, água, solo exposto) e grava um raster de classes e polígonos. Nada precisa ser treinado, pintado ou digitado. Aquilo de que não tem certeza vira 'other'.

Os nomes são sugestões: o registro diz quão certos são. Para corrigi-los, guarde o modelo e a seleção e pinte no painel ClusterNet, ou dê outras classes a 'Segmentar'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>Primeiro mapa com nomes</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>Une rasters de um mesmo sistema de referência, como as folhas de um voo, em um raster virtual e grava o cluster de cada pixel em um único raster. A rede vê além das bordas das folhas, de modo que elas não aparecem. O que fica entre as folhas é sem dados.

Para ter um raster para cada folha, execute 'Mapear clusters' em lote.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>Treinamento mais longo (minutos)</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>Faz um mapa de cobertura do solo de um raster que ninguém rotulou: classes com nomes e polígonos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>Mapear muitos rasters com um modelo</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>Mapeia os clusters de muitos rasters como um só, sem emendas entre eles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>Mais clusters distinguem diferenças mais finas e dão mais trabalho para escolher.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>Número de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>Parte do raster a nomear e mapear. Por padrão, todo ele.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>Raster a mapear, com bandas de luz visível.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>Raster em que treinar e que mapear.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>Rasters</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>Rasters de um mesmo sistema de referência, com as bandas com que o modelo foi treinado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>Certeza mínima</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>Traços para polígonos</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>O treinamento termina a tempo e deixa um modelo utilizável. 0 é sem limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>Treinar e mapear um raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>Treina um modelo em um raster e mapeia seus clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>Treina uma rede no raster, sem rótulos, e grava o cluster de cada pixel. Guarde o modelo: ele mapeia outros rasters com as mesmas bandas, e outras etapas o pedem.

A seguir: 'Relatório de clusters' mostra o que é cada cluster, e 'Segmentar' faz classes e polígonos dos escolhidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>modelo,fluxo de trabalho,várias etapas</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 Aprender</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 Mapear</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 Classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 Verificar e entregar</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>Clusters com nome</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>O nome de cada cluster, sua certeza, sua parcela dos pixels e a probabilidade de cada tipo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>Parcela nomeada</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>Nomeia clusters como construção, pavimento, árvore, vegetação baixa, água ou solo exposto, sem rótulos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>Nenhum cluster tem nome: nada é provável o bastante neste raster. Tente um MIN_CONFIDENCE menor, ou nomeie clusters com pinceladas no painel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>Sugerir nomes de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>O modelo de base foi ensinado com rótulos públicos de cobertura do solo de outros lugares. Ele diz quão provável é que cada pixel seja construção, pavimento, árvore, vegetação baixa, água ou solo exposto; um cluster recebe o nome mais provável na média de seus pixels, se isso for provável o bastante. Clusters de que não tem certeza, ou que não se parecem com nada que aprendeu, ficam sem classe.

Qualquer modelo pode ser usado: os nomes são procurados nas bandas visíveis do raster. São sugestões: veja-as em 'Relatório de clusters' ou no mapa e altere-as no painel ou com CLASSES.

A seguir: 'Segmentar' com o raster, o modelo e a seleção.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>cobertura do solo,nomes,rótulos,automático,classificar,construção,árvore,água,estrada,vegetação</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} de {} clusters têm um nome, em {} dos pixels examinados; o modelo de base tem em média {} de certeza, e de lugares diferentes daqueles em que aprendeu tem certeza demais: olhe o mapa. A seguir: 'Segmentar' com o raster, o modelo e esta seleção; o resto vira 'other'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>Na borda direita e inferior</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>Centro dos rótulos (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>Cortar raster em blocos de treinamento</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>Corta um raster em blocos GeoTIFF georreferenciados, com seus valores como são. Blocos com muitos pixels sem dados ou pretos são omitidos. Rótulos, como raster ou camada vetorial em qualquer sistema de referência, podem ser cortados junto: vão para a pasta 'labels' com os mesmos nomes, com os valores de sua fonte; classes de texto são numeradas a partir de 1, e o arquivo legend.json ali dá seus nomes.

'Treinar rede de agrupamento' aceita a pasta, mas também rasters inteiros: blocos só são necessários para escolher ou compartilhar aquilo com que se treina.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>Corta um raster, e rótulos com ele, em blocos georreferenciados.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>Pasta de blocos</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>Do início de um bloco ao do seguinte. Menos que o tamanho do bloco faz os blocos se sobreporem.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>Rótulos</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>Os rótulos são cortados a um centro deste tamanho, o que as convoluções válidas deixam de um bloco. 0 mantém tudo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>Maior parte vazia</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>Raster ou polígonos com classes a cortar junto, reprojetados onde necessário.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>Raster a cortar: qualquer número de bandas, qualquer tipo de dados real.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>Tamanho de um bloco.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>Passo para baixo (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>Passo para a direita (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>Os contornos dos blocos, com seus nomes de arquivo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>Altura do bloco (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>Índice de blocos</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>Largura do bloco (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>Os blocos recebem o nome de sua primeira linha e coluna no raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>Blocos omitidos</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>Blocos com uma parte maior de pixels sem dados ou pretos (0 em todas as bandas) são omitidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>Blocos gravados</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift: o último bloco recua para dentro e se sobrepõe ao vizinho. pad: ele ultrapassa a borda, preenchido com sem dados. drop: ele é omitido.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>bloco,recorte,cortar,dividir,treinamento,passo,rótulos,aprendizado profundo</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>{} blocos gravados, {} omitidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>Uma pasta de quadrículas GeoTIFF, como as que «Cortar raster em blocos de treinamento» escreve, ou de rasters virtuais, como os que «Harmonizar folhas» escreve.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>Uma página com o andamento do treinamento, os tamanhos dos clusters e as configurações.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>Um ficheiro ONNX seu que dá características de uma imagem: a rede encoder, ou o professor de light, que então aprende as suas características nestes rasters e mapeia muitas vezes mais depressa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>Números das bandas em ordem, como 1,2,3. Por padrão todas, exceto uma banda alfa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>Tamanho do lote (recortes)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>Canais de seu primeiro nível: 64 no artigo, e lento sem placa de vídeo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>Codificador</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>Épocas</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>Épocas entre agrupamentos</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>Épocas concluídas</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>Primeira etapa</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>Para índices, quando o raster não o diz: red=1; green=2; blue=3; nir=4.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>Indique rasters (INPUT) ou uma pasta de blocos (FOLDER), e não ambos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>Por quanto tempo os pseudorrótulos do que foi aprendido são mantidos antes de um novo agrupamento. Os da rede light vêm do que ela sabe desde o início e são mantidos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>Quantas vezes aprender com todos os recortes. 0 apenas agrupa as características da rede como ela é.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>Quanto contam os blocos de características uns ao lado dos outros, por exemplo heights=0.5; texture=0. Por padrão a rede tem 1 e os demais dados o que vale a sua estrutura; constantes e ruído têm 0.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>Índices</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>Filtro de entrada</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>Seus pesos, normalização, clusters e histórico são continuados; os números dos clusters mantêm seu significado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>Rótulos com que informar os resultados após cada época. Não participam do treinamento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>Taxa de aprendizado</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>Aprende, sem rótulos, características pelas quais os pixels de um raster se dividem em clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>Perda da última época</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>Modelo a continuar</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>Rede</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>A seguir: 'Mapear clusters' aplica o modelo {}; o painel ClusterNet o oferece em Modelo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>Número de clusters: vários para cada classe que você procura. O artigo usa 100.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>De toda a aleatoriedade: a mesma semente dá o mesmo modelo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>Tamanho do recorte (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>Recortes por passo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>Polígonos dentro dos quais aprender. Por padrão, em toda parte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>Rasters com que aprender, todos com as mesmas bandas. Ou indique uma pasta de blocos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>Papéis das bandas</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>Linhas e colunas de um recorte de treinamento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>Índices espectrais a considerar ao lado das bandas: ndvi, ndwi, exg, vari, nbr. Qual banda é a vermelha etc. sabe-se por nomes, cores ou comprimentos de onda, é dito antes do treino e pode ser indicado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>Tamanho do passo do otimizador, que cai a quase nada perto do fim. 0 usa o da própria rede.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>A pasta {} não contém GeoTIFF; corte primeiro blocos para ela, ou escolha outra.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>O modelo é um arquivo temporário, que desaparece quando o QGIS é encerrado. Para mantê-lo, copie {} para outra pasta.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>O modelo treinado: rede, normalização e clusters em um arquivo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>Limite de tempo (minutos)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>Treinar rede de agrupamento</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>O treinamento termina com os clusters aprendidos até então. 0 é sem limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>Relatório de treinamento</translation>
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
   <translation>Treina uma rede em seus próprios rasters, sem rótulos. A rede dá a cada pixel um vetor de características; o k-means agrupa os vetores; os grupos são pseudorrótulos com que a rede treina; e assim de novo (ClusterNet: Girard, Zhygallo, Tarabalka 2019).

Indique rasters, ou uma pasta de blocos. O modelo é gravado após cada época: uma execução cancelada ou encerrada deixa o da última época completa e continua dali quando é iniciada de novo com o mesmo nome de modelo e os mesmos parâmetros. INITIAL_MODEL continua a partir de qualquer modelo.

A seguir: 'Mapear clusters' aplica o modelo a este ou a outros rasters.

Redes:
light: sabe muito desde o início, em meia resolução; a mais rápida e melhor
unet_same: U-Net a partir de pesos aleatórios, mantém o tamanho, com normalização em lote
unet: U-Net do artigo, convoluções válidas; lenta
vgg16: VGG16 até seu terceiro bloco, os dois primeiros congelados; precisa de pesos que o torchvision baixa, e é lenta
pixels: as próprias bandas, para embeddings, espectros e índices; nada a treinar
encoder: a sua própria rede em ficheiro ONNX (ENCODER), tal como é; nada é treinado</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>Pesos dos blocos</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>Que rede treinar; elas estão descritas ao lado.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>Largura de uma U-Net</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting: primeiro aprender a preencher o centro apagado dos recortes, por outras tantas épocas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel: mostrar à rede gradientes em vez de cores, como faz o DeepCluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>não supervisionado,autossupervisionado,segmentação,classificação,agrupamento,k-means,aprendizado profundo,U-Net,características</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDS é '{}'; indique números de bandas como 1,2,3.</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} é uma pasta; indique o nome de um arquivo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>Uma linha para cada classe em cada zona, com hectares.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>Um pixel cortado pela divisa de uma zona conta pela parte exata dele que está na zona. As zonas podem se sobrepor, ser menores que um pixel, ultrapassar o raster e ter qualquer sistema de referência. As áreas são em metros quadrados sobre o elipsoide, ou em pixels se o raster não tiver sistema de referência.

Um mapa tem erros, e também os têm as áreas contadas nele. Com uma amostra de classes verdadeiras, sorteada em todo o mapa, elas são corrigidas pela frequência com que cada classe do mapa é outra na realidade (Olofsson et al. 2014). Os intervalos de confiança de 95 % vêm de um bootstrap de quadras do mapa e precisam de rótulos em dez de suas cem quadras. Eles supõem que o mapa erra em uma zona como em outros lugares.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>Áreas por zona</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>Mede a área de cada classe de um raster de classes em cada zona, como municípios ou lotes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>Pontos, polígonos ou um raster com as classes verdadeiras em locais sorteados em todo o mapa, não só nas zonas; então as áreas são corrigidas e têm intervalos.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>Polígonos, cada um deles uma zona própria.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>Amostra de classes verdadeiras</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>O campo que dá o nome de cada zona. Sem ele, elas são numeradas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>As zonas com a área e a parte de cada classe, e quanto de uma zona tem classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>Zonas</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>Zonas: campo do nome</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>estatísticas zonais,histograma zonal,área,hectares,município,lote,parte,estimativa,intervalo de confiança</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>Um arquivo baixado não é aquele com que o complemento foi testado.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>Um arquivo está em uso por outro programa.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>Não é possível carregar uma biblioteca do PyTorch, como acontece sem o runtime do Visual C++ da Microsoft.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>É necessário um pacote que não está na lista do complemento.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>Um caminho ficou mais longo do que o sistema permite.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>Adicione o certificado de sua organização em Configurações, Opções, Autenticação, e instale de novo; ou instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>Permita caminhos longos no Windows, ou defina uma pasta curta para o ambiente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>Permita a pasta do ambiente no antivírus, ou peça isso ao seu administrador, e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>Peça ao seu administrador o endereço dos pacotes de sua organização, ou instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>Dentro de {folder}, os caminhos ficam mais longos que os {longest} caracteres que o Windows permite.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>Verifique o proxy em Configurações, Opções, Rede, e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>Escolha outra pasta; o manual diz como preencher uma.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>Feche outros programas e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>Feche outras janelas do QGIS e tudo o mais que use o ambiente, e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Conecte-se à rede, verifique o proxy em Configurações, Opções, Rede, ou instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>Copie o registro e informe-o onde os erros do complemento são relatados.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>Informe-os em Configurações, Opções, Rede, e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>Libere espaço no disco do ambiente e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>Libere espaço, ou defina a pasta do ambiente em outro disco.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>Dê ao seu usuário o direito de gravar ali, ou defina outra pasta para o ambiente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>Instale de novo; se acontecer outra vez, algo entre você e o servidor altera arquivos: instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>Instale de novo; ou instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>Instale-o como administrador: sudo apt install python3-venv; depois instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>Instale o Visual C++ Redistributable (x64, 2015-2022) da Microsoft, reinicie o Windows e repare.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>Indique um Python com GDAL na configuração clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>Indique outro Python com os pacotes e GDAL na configuração clusternet/python, como um do conda.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>Em Apple silicon, instale o QGIS feito para ele; em um Mac Intel, treine em outra máquina e segmente aqui com os mapas.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>No macOS, o Python do QGIS não pode carregar pacotes que não sejam assinados por quem faz o QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>Pressione Reparar; se continuar assim, remova o numpy instalado com pip para o seu usuário: pip uninstall numpy.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>Não é permitido executar programas do disco do ambiente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>O PyTorch não tem pacotes para Macs com processadores Intel, nem para um QGIS feito para eles.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>O PyTorch não tem pacotes para o processador desta máquina ({machine}).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>O Python do próprio QGIS não foi encontrado.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>Repare a instalação do QGIS (no Debian: sudo apt install python3-gdal), ou indique outro Python com os pacotes e GDAL na configuração clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Repare a instalação do QGIS, ou instale o programa uv, que é usado onde for encontrado.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>Segmentar, polígonos e avaliação funcionam aqui mesmo assim; treine e mapeie em outra máquina.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>Defina a pasta do ambiente em um disco em que seja possível gravar.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>Defina a pasta do ambiente em um disco que não esteja montado com noexec.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>O Python do QGIS vem sem pip.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>O Python do QGIS não encontra o GDAL fora do QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>A conexão caiu durante um download.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>O disco está cheio.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>Não é possível gravar no disco do ambiente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>Não é permitido gravar na pasta do ambiente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>A pasta {folder} não contém pacotes (arquivos terminados em .whl).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>A instalação falhou por um motivo desconhecido.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>A memória acabou.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>A rede é lenta demais, ou algo entre este lugar e o servidor engole o tráfego.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>O pip do Python do QGIS é antigo demais.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>O proxy pede um nome e uma senha.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>O proxy não responde.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>Não é possível alcançar o servidor de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>O servidor de pacotes está com um problema próprio.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>O servidor se recusa a fornecer pacotes a esta rede ou a este usuário.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>O certificado do servidor não é confiável, como acontece onde um firewall examina o tráfego criptografado.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>A biblioteca C do sistema é antiga demais para o PyTorch.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>O Python do sistema vem sem o que cria ambientes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>O antivírus bloqueou ou removeu um arquivo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>Não há pacotes para esta versão do Python, ou para esta máquina.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>Este processador não tem instruções de que o PyTorch ou o FAISS precisa.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>Treine e mapeie em outra máquina, e segmente aqui com os mapas.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>Tente de novo em alguns minutos.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Tente de novo em uma rede melhor, verifique o proxy em Configurações, Opções, Rede, ou instale de uma pasta de pacotes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>Duas versões do numpy estão misturadas.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Atualize o QGIS, ou instale o programa uv, que é usado onde for encontrado.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>Atualize o QGIS, que traz um Python mais novo; uma pasta de pacotes deve ser feita com a mesma versão e o mesmo sistema.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>Atualize o complemento e instale de novo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>Atualize o sistema: basta uma distribuição de 2019 ou mais nova.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>São necessários {needed} MB em {folder}, e há {free} MB livres.</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>Classe</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>Fechar</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>Copiar tabela</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>Hectares</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} tem {polygons} polígonos de {classes} classes.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>Adicionar uma classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>Escolha a classe a pintar, aqui ou com sua tecla no mapa. Clique duas vezes no nome ou na cor para alterá-los; o botão direito oferece mais.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>Cor da classe escolhida</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>Cor de {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>Cor...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>Cada classe precisa de um nome próprio; '{}' está vazio ou já é usado.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>Apagar seus traços</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>Tecla</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>Pinte com isto o que não pertence a nenhuma classe, onde uma classe se espalha demais.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>Remover classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>Remover a classe escolhida e seus traços</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>Renomear</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>classe {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>outra (nenhuma)</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>Quanto os contornos podem se mover para perder seus degraus: de início, um pixel e meio. 0 mantém os pixels.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>Só o que está visível</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>Polígonos menores, e manchas do raster de classes, se unem a um vizinho. De início, a área do pincel.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>Menor área</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>Suavização</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>Como dizem os traços</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>Cluster {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>Os clusters aparecem aqui quando a pré-visualização estiver calculada.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>Cor do cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>Contar os clusters selecionados como um só</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>Sem classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>Pôr na classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>Pôr os clusters selecionados em uma classe à mão.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>Renomear (ou clicar duas vezes no nome)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>Separar de novo os clusters unidos</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>Não há cluster aqui.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>Este cluster não está visível; afaste o mapa primeiro.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>Marque um cluster para pô-lo em '{}', sem pintar.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>Que cluster está aqui? Clique no mapa para escolhê-lo.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>Aproximar para onde o cluster está</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>outra</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0,1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>Uma sugestão: clique nela para pôr o cluster em '{}'.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>Clusters que se parecem. Um clique mostra-os ou recolhe-os; a marca vale para todos.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>Recebeu sua classe à mão.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>Recebeu sua classe de seus traços.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>Em nenhuma classe. Marque-o para pô-lo na classe que você pinta.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>Parte</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>Parte do que está visível.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>{} parecidos</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>Mudanças</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>Escolha primeiro um raster.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>Comparar com...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>Arraste a linha. X, mantida pressionada, troca os dois, C oculta as mudanças, Esc termina.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>Terminar a comparação</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>Encontrar mudanças...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>Nada</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>Abrir o algoritmo O que mudou com os dois rasters e o modelo.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>Ver outro raster ao lado deste no mapa e encontrar o que mudou.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>O arquivo desta camada não foi encontrado.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>Não há outro raster no projeto; adicione aquele com que comparar.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>Ainda não há um Python com PyTorch instalado.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>Escolha Pintar e desenhe um traço sobre o que procura.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>Escolha um raster para começar.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>Instalar...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>Pintar</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>Pré-visualização</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>Pronto.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>Iniciando o Python...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>Isto falhou; a mensagem acima do mapa diz por quê.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>Tentar de novo</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{}: {} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;Não está pronto.&lt;/b&gt; Nenhum Python foi encontrado.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;Não está pronto.&lt;/b&gt; {python} não funciona.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;Não está pronto.&lt;/b&gt; Em {python} falta {missing}.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;Pronto.&lt;/b&gt; O treinamento e o mapeamento funcionam com {python} ({versions}).</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>Uma pasta de arquivos .whl, para máquinas sem rede. O manual diz como preenchê-la.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>Cancelado; nada foi instalado.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet: ambiente Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>Calcular em</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>Copiar registro</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>Pasta</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>Da rede; ou escolha uma pasta de pacotes</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>Instalar</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>Instalado. O treinamento e o mapeamento podem começar.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>Ele está indicado na configuração clusternet/python, que a instalação esvazia.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>Registro</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>Procurando o Python...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>Placa de vídeo NVIDIA (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>Pacotes</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>Processador</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>Processador e gráficos Apple (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>Remover</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>Removido.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>Reparar</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>Isto é um erro do complemento; copie o registro e relate-o.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>O treinamento e o mapeamento funcionam ao lado do QGIS, em um Python com PyTorch, FAISS, SciPy e ONNX Runtime. A escolha de clusters, a segmentação, os polígonos e a avaliação funcionam sem ele.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>O que está ali é de outra versão do complemento.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>Onde fica o ambiente: fora do complemento e fora do perfil do QGIS.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>{button} baixa cerca de {download} MB do PyPI e do PyTorch para {folder}, onde ocupam cerca de {disk} MB. O Python do QGIS não é alterado.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>{button} põe os pacotes dessa pasta em {folder}, cerca de {disk} MB. Nada é baixado, e o Python do QGIS não é alterado.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>Há {} MB livres ali.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>Instalando PyTorch e FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>Procurando o Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>Removendo PyTorch e FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>classe 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>Calculando a pré-visualização</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>Aprendendo com os traços</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>Abrindo raster e modelo</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>Salvando a seleção</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>Outro raster ou modelo foi escolhido antes de a seleção ser salva; segmente o raster de novo.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>Época {} de {}: perda {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>Perda após cada época: quão mal a rede ainda distingue os pseudorrótulos.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>Aguardando a primeira época</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>Tamanho do pincel</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>Apagar</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>Apagar todos os traços; desfazer os traz de volta</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>Apagar traços, ou partes deles, no mapa.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>Pintar aqui a seguir: um anel marca onde o próximo traço diz mais (N no mapa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>Pinte no mapa traços da classe escolhida. Teclas ali: 1 a 9 escolhem a classe, 0 'outra', [ e ] o tamanho, Esc abandona um traço, espaço desloca o mapa, Shift e arrastar aproxima.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>Refazer (Ctrl+Shift+Z no mapa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>Desfazer (Ctrl+Z no mapa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>Largura do pincel e da borracha no terreno; [ e ] no mapa a alteram.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>Classes: o que seus traços fazem do que está visível. Clusters: os grupos encontrados sem você; um clique no mapa, ou Shift e um clique enquanto pinta, escolhe um. Confiança: vermelho é o que seus traços deixam em aberto. H no mapa, mantida pressionada, oculta tudo.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>Quanto do mapa a pré-visualização oculta.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>Opacidade</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>Mostrar traços</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>O que o projeto guarda do ClusterNet não pode ser lido ({}); comece de novo.</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>Escolha um raster</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{} (não encontrado)</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{} (só imagens)</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>Adicionar os traços de uma camada: linhas ou pontos com um campo 'class'.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>Aplicar ao raster o que você pintou, em segundo plano: um raster e polígonos são adicionados.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>Carregar traços</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>Carregar traços...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>Salvar traços</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>Salvar traços...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>Salvar os traços como camada, para compartilhá-los ou repeti-los sem o mapa.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>Segmentar...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>O raster não está visível; aproxime para ele, ou segmente-o inteiro.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>Os traços estão salvos em {}.</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>Salvando {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>A segmentação falhou; veja o registro de mensagens.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>A segmentação foi cancelada; nada foi gravado.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>Segmentando {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>O raster está segmentado: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{} (classes)</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{} (polígonos)</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>Nada do que está visível pede um traço; olhe em outro lugar.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>O arquivo do {}, {}, não existe mais. Escolha outro; seus traços são mantidos.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>A camada mostra agora outro arquivo; os traços de {} são mantidos com aquele.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>O raster ou o modelo mudou no disco e é lido de novo.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>O raster foi alterado ou removido enquanto a janela estava aberta; nada foi feito.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>O raster {} foi removido. Seus traços são mantidos: adicione-o de novo para continuar.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>modelo</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>raster</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} Ele é iniciado de novo; nenhum traço se perde.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>Modelo base</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>Escolher um arquivo...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>O raster a segmentar. Os traços são mantidos para cada raster.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>Treinar um modelo neste raster, em segundo plano e sem rótulos.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>Treinar...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>O que encontra os clusters. O modelo base funciona de imediato; um treinado em seu raster pode ser melhor.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>Não é possível gravar os traços em {}: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} não pode ser aberto como camada vetorial; escolha outro arquivo.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} não tem o campo 'class', que dá o nome da classe de cada traço; seus campos são {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} não contém linhas ou pontos com classe; escolha outro arquivo.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>Procurar clusters que sejam construções, pavimento, árvores, vegetação baixa, água ou solo exposto.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>Pôr todos os clusters que não estão em nenhuma classe nas classes sugeridas.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>Parar de procurar</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>Sugerir nomes</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>Aceitar todos</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>Procurando nomes em {}</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>Nenhum cluster se parece com algo que tenha nome; pinte em vez disso.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>{} de {} clusters têm um nome sugerido: clique em um na lista para aceitá-lo, ou aceite todos.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> min</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>Uma rede olha o raster, sem rótulos, e aprende quais pixels se parecem. Enquanto isso, você pode continuar trabalhando. O modelo é salvo após cada época, de modo que parar antes perde pouco.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>No máximo</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>Em quantos grupos os pixels se dividem; mais grupos distinguem coisas mais finas.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>Quantas vezes o raster inteiro é percorrido.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>Treinar</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>Treinar em {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>Parar o treinamento</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>faltam cerca de {} min</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>faltam cerca de {} s</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>Treinando um modelo em {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>O treinamento terminou; {} é usado a partir de agora.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>O treinamento foi cancelado antes do fim da primeira época.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>O treinamento foi cancelado; {} é o modelo após a época {}, e pode ser escolhido.</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>solo exposto</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>construção</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>vegetação baixa</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>pavimento</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>árvore</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>água</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>Os valores da camada '{name}' não podem ser copiados (código {code}); exporte-a primeiro como GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>A camada '{name}' vem de '{source}', que fornece imagens e não valores; exporte-a primeiro como GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>Todos os rasters devem ter o mesmo número de bandas ({}); escolha-as com BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>Todas as folhas devem ter o mesmo número de bandas ({}); escolha outras.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>Um codificador precisa de onnx e onnxruntime, que o Python em {} não consegue carregar ({}). Instale-os lá com pip, ou escolha outro Python nas configurações.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE e AFTER são o mesmo raster, {}; escolha duas datas de um mesmo lugar.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSES tem '{}' onde deveria estar uma classe como tree=3,7.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES não nomeia nenhuma classe; dê nomes como árvore, separados por vírgulas.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>Não é possível ler o raster {}: {}. Verifique se o arquivo existe e é um raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>Não é possível gravar na pasta {}: {}. Escolha uma pasta em que você possa gravar.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>Não é possível gravar {}: {}. Verifique o espaço livre no disco e se nenhum outro programa o tem aberto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>Não é possível gravar {}: {}. Verifique o espaço livre no disco e seus direitos sobre a pasta.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>Agrupando {} x {} pixels em {} blocos</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>Época {} de {}: perda {}, {} dos pixels mudaram de cluster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>Olhando {} recortes de {} x {} pixels</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>Procurando cobertura do solo em {} partes do raster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS não tem pontos; dê pontos que estejam sobre objetos, ou deixe-o vazio.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>Nenhum cluster pertence a uma classe: nenhum tem ao menos {} de uma só entre {} (o mais puro tem {} de um só rótulo); reduza MIN_PURITY ou treine com mais clusters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>Nenhum rótulo de SAMPLE está sobre uma classe do mapa; escolha uma amostra que se sobreponha a ele.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>Nenhum pixel rotulado está sobre os clusters (FRACTION {}); use uma parte maior, ou uma referência que se sobreponha ao raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>Nenhum objeto atinge a área mínima, ou o raster não tem píxeis de CLASSES; a camada está vazia.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>Nenhum pixel é válido nas duas datas; dê dois rasters de um mesmo lugar, ou outra EXTENT.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>Nenhuma região alcança a menor área, ou o raster não tem classe; a camada está vazia.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>Nenhuma forma de {} se sobrepõe ao raster; escolha uma camada que o cubra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>Nenhum traço está sobre um pixel válido do raster; pinte sobre o raster, ou verifique as camadas.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>Nenhum traço de {} está sobre o raster; escolha uma camada que o cubra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>Nenhum dos {} pontos de MARKERS está num píxel de CLASSES; dê pontos que estejam em objetos.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>Nada foi treinado: os clusters são os da rede como ela veio.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>Uma época foi treinada; {} % dos pixels mudaram de cluster nela. Mais épocas podem dar um resultado melhor.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES precisa das classes: dê SELECTION, que 'Selecionar clusters por referência' ou o painel escreve.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE é o próprio raster de classes, {}; dê as classes verdadeiras de locais sorteados nele.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>No Python em {} falta {}. Complementos &gt; ClusterNet &gt; Ambiente Python faz a instalação; ou execute: "{}" -m pip install -r "{}"; ou indique outro na configuração clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>As áreas são contagens de um mapa com erros, sem intervalos: uma SAMPLE de classes verdadeiras as corrige.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>A classe '{}' indica o cluster {}; há os clusters 0 a {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>O codificador {} usa {} bandas{}, e o raster dá {} ({}); escolha {} com BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>A extensão não se sobrepõe ao raster; escolha uma dentro dele.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>O mapa e a referência não têm pixel em comum; escolha uma referência que se sobreponha ao mapa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>O modelo aprendeu com embeddings ({}), e {} parece não conter nenhum.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>O modelo precisa do seu codificador {}, que não está lá ou mudou entretanto; reponha o ficheiro {} (SHA-256 {}...).</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>O modelo vê alturas ou índices ao lado da imagem, com os quais duas datas não podem ser comparadas; treine um sem EXTRA e INDICES.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>O modelo foi treinado com {} bandas ({}); {} tem {}. Escolha as mesmas bandas com BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>O modelo foi treinado com {} ao lado da imagem ({}), e {} é tomado por {}: indique o deste raster com EXTRA, ou dê ao ficheiro o nome do que é, como {}.tif.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>O modelo foi treinado com {} ao lado da imagem ({}), que o painel não pode receber: pinte em uma camada e use 'Selecionar clusters por traços' com EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>O modelo foi treinado com {} ao lado da imagem ({}): indique o deste raster com EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>A rede «encoder» é um ficheiro seu; indique-o com ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>A rede «{}» não tem nada a aprender: as suas características são agrupadas tal como são.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>O raster tem menos de três bandas: a cobertura do solo é estimada a partir do cinza, e é menos certa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>O raster não tem a classe {}; suas classes são {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>O raster não tem sistema de referência; as áreas e os diâmetros dos objetos estão em píxeis.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>O raster não tem sistema de referência; as áreas são em pixels.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>O raster não tem pixel válido: todos são sem dados, mascarados ou NaN. Escolha outro.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>O raster não tem pixel válido: todos são sem dados, mascarados ou NaN. Escolha outro raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>Os rasters têm no máximo {} pixels de lado: os recortes passam a {} x {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>A referência não tem pixel rotulado sobre o raster; escolha uma que se sobreponha a ele.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>A segunda data está {} pixels mais abaixo e {} mais à direita: é movida de volta</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>A seleção foi feita para o modelo {}, os clusters vêm de {}; selecione de novo nestes clusters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>Os traços da seleção estão em outro raster; é aplicado o que se aprendeu com eles.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>O limite de tempo de {} minutos se esgotou após a época {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>O treinamento não melhorou: a perda foi de {} a {}. Tente uma taxa de aprendizado menor, ou rasters mais variados.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>O treinamento está melhorando: a perda caiu de {} a {}, e {} % dos pixels ainda mudaram de cluster na última época. Mais épocas podem dar um resultado melhor: indique o modelo como aquele a continuar.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>O treinamento correu bem: a perda caiu de {} a {}, e só {} % dos pixels mudaram de cluster na última época. Mais épocas mudariam pouco.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>As duas datas não têm bordas em comum que indiquem um deslocamento; nenhum é retirado.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>Os valores de {} e {} diferem em {} vezes ou mais, como os de tipos ou unidades diferentes; leve todas as folhas a um só tipo, como Float32, com 'Converter' ou a calculadora raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>Há {} pixels válidos{}, menos que os {} clusters pedidos; peça no máximo {} ou indique um raster maior.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>Não existe o codificador {}; escolha um ficheiro ONNX com ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>Não há arquivo de modelo {}; escolha um gravado por 'Treinar rede de agrupamento'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>Não há pixel válido com que treinar: todos são sem dados, mascarados, NaN ou fora de AREA. Escolha outros rasters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>Não há um Python que funcione em {}; instale um com Complementos &gt; ClusterNet &gt; Ambiente Python, ou indique um na configuração clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>São embeddings de versões diferentes, cujos números não significam o mesmo ({}): os clusters seguirão os ficheiros. Use todos da mesma versão.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>O que torna as folhas iguais cortaria {} de {} nos extremos do seu tipo, {} a {}: leve todas as folhas a um só tipo, como Float32, com 'Converter'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>faltam cerca de {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) não se sobrepõe ao raster; dê a confiança deste mapa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{} (EXTRA) não se sobrepõe ao raster; indique um que o cubra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} não se sobrepõe ao raster da primeira data; dê um que o cubra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} não tem o campo '{}'; seus campos são: {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} não tem polígono; escolha uma camada de polígonos como zonas.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} não tem nenhum pixel válido, ou quase nenhum: fica como está.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} não tem valor nos {} pixels de CLASSES; dê um que os cubra, ou deixe-o vazio.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} tem um só valor em toda a parte: o seu brilho é ajustado, e nenhum contraste.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} tem as bandas do AlphaEarth e bytes, mas os seus vetores não têm comprimento um: foram reamostrados, escalados ou cortados, e são tomados como simples bandas. Obtenha o ficheiro de novo e reprojete-o apenas pelo vizinho mais próximo.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} tem {} bandas, e um raster de classes tem uma; escolha um raster de classes, como o que 'Segmentar' escreve.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} tem {} bandas; foi pedida a banda {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} contém embeddings de {} em bytes: são lidos como vetores de comprimento um.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} contém embeddings, cujos números significam o mesmo em todas as folhas: dê as folhas como estão a 'Treinar rede de agrupamento'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} contém valores de {} a {}; a confiança fica entre 0 e 1. Dê CONFIDENCE, que 'Mapear clusters' escreve.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} é um serviço {}, que fornece imagens e não valores; exporte primeiro como GeoTIFF a parte de que precisa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} é dado duas vezes; dê cada folha uma vez.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} não é um modelo completo do ClusterNet ({}); copie-o ou treine-o de novo.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} é a pasta de uma folha; escolha outra, para que as folhas de antes e de depois não se misturem.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>{} da área mudou: se for demais, mascare as nuvens como sem dados, ou dê um modelo treinado com as duas datas.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} dos {} marcadores não estão em nenhum píxel de CLASSES, ou partilham um.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>{} das {} zonas estão fora do raster: não têm área nele.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>{} de {} é uma borda lisa {} ({} em todas as bandas) que não é declarada como sem dados: ela é omitida. KEEP_FLAT_BORDERS a mantém.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{} de {} fica cortado nos extremos do seu tipo, {} a {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} de {} polígonos mantêm seu contorno ou parte dele: ângulos retos cobririam mal seus pixels ou tocariam um vizinho.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} sobrescreveria {}: ambos são {}; dê outro nome a {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{}: sem sobreposição com as outras folhas, e apenas {} do solo são semelhantes: fica como está.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{}: sem sobreposição com as outras folhas; ajustado pelos {} do solo que são semelhantes.</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>O QGIS não consegue abrir a fonte da camada '{name}', {source}; repare a fonte, ou escolha outra camada.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>{count} das {total} feições de '{name}' não podem ser lidas pelo GDAL e são omitidas.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} não tem o campo '{field}'; seus campos são: {names}.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet: pintar e ver</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>O PyTorch está sendo instalado, {} % estão prontos. Execute o algoritmo de novo quando ele estiver instalado.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>O PyTorch, com que os modelos são treinados e aplicados, ainda não está instalado. Feche esta mensagem: a janela que se abre então o instala.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Ambiente Python...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>Segmentar um raster pintando traços no mapa</translation>
  </message>
 </context>
</TS>
