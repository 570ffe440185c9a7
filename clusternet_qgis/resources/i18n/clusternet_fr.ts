<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>Annulé.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>Une page avec la matrice, et des images des plus grands changements avant et après.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>Un polygone pour chaque changement d'un seul tenant.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>Un raster avec une valeur pour chaque paire de classes, et 1 là où rien n'a changé.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>Trouve ce qui a changé entre deux rasters d'un même lieu, et en quoi, avec une légende commune.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>Première date</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>Un seul modèle voit les deux dates : un modèle entraîné sur l'une d'elles, ou mieux sur les deux. Le décalage entre elles est trouvé et retiré, et les couleurs d'une date sont ajustées à celles de l'autre d'après le sol qui n'a pas changé. Un pixel a changé là où ses caractéristiques diffèrent plus que celles du sol inchangé, et de tous les pixels de l'autre date à moins de deux pixels.

La seconde date peut avoir toute grille de pixels et tout système de référence : la partie commune est comparée sur les pixels de la première. Sans SELECTION, des groupes de clusters semblables sont les classes. Les nuages comptent comme un changement s'ils ne sont pas sans données.

Comparez plus de deux dates par paires, en traitement par lot.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>Polygones des changements</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>Rapport</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>Seconde date</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>Sélection de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>Part de la surface qui a changé</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>Les changements plus petits deviennent ce qui les entoure ; ceux de moins de 25 pixels toujours. Sans géoréférence, en pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>Plus petit changement (unités de carte carrées)</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>Table</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>La surface que chaque classe a perdue au profit de chaque autre, en mètres carrés.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>Les classes. Sans elle, des groupes de clusters semblables.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>Le raster d'après, avec les mêmes bandes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>Le raster d'avant ; c'est sa grille qui compte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>Transitions</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>Ce qui a changé</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>détection de changements,deux dates,différence,matrice de transition,avant,après,suivi,multitemporel</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>Applique un modèle entraîné à un raster ayant les mêmes bandes : celui de l'entraînement ou un autre.

Le résultat a les pixels du raster. Le cluster 0 est stocké comme 1, le cluster 1 comme 2, etc. ; 0 est l'absence de données et se trouve exactement là où le raster n'est pas valide. Un cluster a le même numéro et la même couleur dans tous les rasters du modèle.

SEAM_INDEX indique combien de fois plus souvent le cluster change au bord des tuiles traitées que sur les mêmes lignes à l'intérieur : 1 signifie que les bords ne se voient pas.

Ensuite : 'Choisir les clusters par référence', ou 'Segmenter' avec CLASSES comme tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>Classes de clusters dont on veut les probabilités.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>Clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>Clusters présents</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>Confiance</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>Caractéristiques</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>Reprendre une exécution interrompue</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>Netteté de chaque choix : 1 moins la distance au cluster le plus proche divisée par celle au deuxième. 0 signifie indécis.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>Probabilité de chaque classe de la sélection, une bande chacune, avec 'other' pour les clusters sans classe ; d'après les distances à tous les clusters. Leur somme est 1.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>Différence de chaque pixel avec l'entraînement : sa distance au cluster le plus proche divisée par celle des pixels de l'entraînement (moyenne quadratique). Autour de 1 est habituel ; à partir de 2, rien de tel n'a été vu.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>Garde les tuiles terminées dans un dossier caché à côté des clusters jusqu'à ce qu'ils soient complets. Relancée avec les mêmes paramètres, une exécution annulée ou tuée les reprend de là.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>Cartographier les clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>Nouveauté</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>Probabilités des classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>Raster des clusters, avec couleurs et noms.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>Raster ayant les mêmes bandes que ceux de l'entraînement du modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>Indice de raccord</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>Sélection</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>Les caractéristiques normalisées de chaque pixel, une bande chacune ; volumineux.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>Écrit le cluster de chaque pixel d'un raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>non supervisé,prédire,inférence,appliquer,regroupement,classification,segmentation</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>Une page à ouvrir dans n'importe quel navigateur.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>Rapport sur les clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>Rapport sur les clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>Montre ce qu'est chaque cluster d'un modèle sur un raster : six extraits là où il est le plus pur et le plus net, sa surface, la moyenne de chaque bande avec l'écart-type, et les clusters voisins. Un arbre montre quels clusters se ressemblent et propose lesquels réunir en une classe ; la proposition peut aller dans CLASSES de 'Segmenter'.

La page est un seul fichier qui n'a pas besoin de réseau ; elle peut être envoyée et imprimée.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>Le raster de l'entraînement du modèle, ou un autre ayant les mêmes bandes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>Écrit une page avec une fiche par cluster, et quels clusters se ressemblent.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>fiches,aperçu,légende,fusionner,dendrogramme,vignettes,spectre,html</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>Une page avec les scores de chaque classe, leurs intervalles de confiance, une carte des erreurs et la matrice de confusion.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>Précision globale</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>Zone</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>Raster de classes ou polygones à évaluer.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>Compare chaque pixel renseigné : précision globale, et pour chaque classe l'IoU (intersection sur union), Dice, la précision et le rappel, avec leurs moyennes sur les classes de la référence.

Les classes sont associées par leur nom ; celles d'un raster sans noms, par leur valeur. Les valeurs d'un raster sont ses classes, son absence de données est non renseignée. Les pixels hors des polygones d'une référence comptent comme 'other' dans AREA, et partout s'il n'y a qu'une classe et pas d'AREA ; sinon ils sont non renseignés. Là où la carte est vide mais pas la référence, elle est fausse.

Une référence de points, ou qui couvre moins d'un vingtième de la carte, est un échantillon. Le rapport estime alors la précision de toute la carte et la vraie surface de chaque classe, avec des intervalles de confiance à 95 % (Olofsson et al. 2014) ; les unités doivent avoir été tirées au hasard, dans chaque classe de la carte ou dans l'ensemble.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>La confiance des pixels de la carte écrite par 'Cartographier les clusters' : le rapport montre alors combien la carte est juste si l'on renonce aux pixels moins sûrs.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>Évaluer</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>Rapport d'évaluation</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>Compare un raster de classes ou des polygones à une référence.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>Carte</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>Dice moyen</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>IoU moyenne</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>Polygones dans lesquels la référence est complète ; rien n'est comparé en dehors.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>Raster, polygones ou points avec les vraies classes, dans n'importe quel système de coordonnées.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>La même chose sous forme de table.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>précision,matrice de confusion,IoU,Dice,rappel,validation,vérité terrain</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>Classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>Exporter le modèle en ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>Fichier ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>Lignes et colonnes que les autres programmes traitent à la fois ; plus grand est plus rapide par pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>Le fichier à écrire.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>Taille des tuiles</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>Quels clusters forment quelle classe. Sans elle, chaque cluster est une classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>Écrit un modèle pour ONNX Runtime et des extensions comme Deepness.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>Écrit un modèle entraîné en ONNX, avec tout ce dont d'autres programmes ont besoin : les pixels y entrent tels qu'ils sont stockés, il en sort les scores des clusters, ou des classes si une sélection est donnée. L'extension Deepness trouve les noms, la taille des tuiles et le recouvrement dans le fichier.

Le score de la meilleure classe est (1 + confiance) / 2, tous les autres sont 0.

'Cartographier les clusters' accepte aussi ce fichier, et n'a alors besoin que d'ONNX Runtime.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,deepness,déployer,convertir,inférence,partager,réseau</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>Une page avec la mosaïque avant et après, les différences, gains et décalages.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>Différence dans les recouvrements après</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>Différence dans les recouvrements avant</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>Dossier des feuilles harmonisées</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>Harmoniser des feuilles</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>Rend semblables des feuilles aux couleurs différentes, sans les réécrire.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>Une seule feuille n'a rien avec quoi être harmonisée ; donnez-en deux ou plus.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>Les feuilles qui se recouvrent différaient de {before} et diffèrent maintenant de {after}, là où rien n'a changé.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>Feuilles</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>Les feuilles d'une mosaïque, prises d'autres jours ou par d'autres appareils, diffèrent en luminosité et en contraste et reçoivent d'autres clusters. Un gain et un décalage pour chaque bande de chaque feuille rendent le sol semblable là où les feuilles se recouvrent, résolus pour toutes les feuilles à la fois ; ce qui y a changé, comme les nuages, ne compte pas. Les feuilles sans recouvrement sont ajustées d'après le sol qui s'y ressemble. La moyenne de la mosaïque reste.

Les feuilles restent telles quelles : les résultats sont des rasters virtuels (VRT), de petits fichiers qui les lisent. « Entraîner un réseau de clusters » prend le dossier, et « Cartographier les clusters » chacun d'eux, ou tous par lot.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>Deux rasters ou plus avec les mêmes bandes, de tout système de référence et de toute résolution.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>Rasters virtuels sous les noms des feuilles, et harmonised.json avec leurs gains et décalages.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>mosaïque,raccords,équilibrage des couleurs,normalisation radiométrique,correspondance d'histogrammes,gain,décalage,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} vaut '{value}' ; choisissez parmi {choices}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} vaut {value} ; il faut un nombre de {lowest} à {highest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} vaut {value} ; il faut un nombre d'au moins {lowest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} est une carte de clusters ; choisissez l'image dont elle a été faite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} et {other} s'appellent tous deux {name} ; donnez-leur des noms différents.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} et {other} s’écraseraient l’un l’autre à {path} ; donnez-leur des noms différents.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} écraserait {other}, qui est lu : les deux sont {path} ; donnez un autre nom à {output}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>Un modèle écrit par 'Entraîner un réseau de clusters'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>Un modèle écrit par 'Entraîner un réseau de clusters' ou 'Exporter le modèle en ONNX'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>Bandes</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>Bandes à utiliser, dans l'ordre. Par défaut toutes, sauf une bande alpha.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>Classes à angles droits</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>Sélection de clusters (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>Modèle ClusterNet (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>Confiance écrite par 'Cartographier les clusters' : chaque polygone reçoit la moyenne de ses pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>Périphérique</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>Emprise</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>Autres rasters</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>De combien un contour peut bouger pour perdre des sommets. Les contours partagés bougent ensemble, si bien qu'il n'y a ni lacunes ni recouvrements. 0 garde les contours des pixels.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>Mémoire que le travail peut prendre ; moins donne des tuiles plus petites, pas d'autres résultats.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>Garder les bords unis</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>Les grandes zones de noir ou de blanc pur au bord, que le fichier ne déclare pas comme sans données, sont laissées de côté, et c'est signalé. Oui les prend pour une partie de l'image.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>Confiance minimale</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>Mémoire (Mo)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>Modèle (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>Noms de classes, par exemple toit, dont les contours reçoivent des bords rectilignes et des angles droits, ou de 45 degrés là où le contour le montre. Les voisins restent voisins, sans trous ni recouvrements ; un polygone qui couvrirait mal ses pixels garde son contour.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>Modèle ONNX (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>Partie du raster à traiter, étendue jusqu'aux bords de ses pixels. Par défaut tout le raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>Les pixels de moindre confiance deviennent la classe 'other'. Le rapport de 'Évaluer' montre combien de surface chaque valeur laisse, et combien elle est juste. 0 garde tout.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>Rasters de hauteurs (MNS, MNT, MHC), de classes ou d'autres capteurs, sur n'importe quelle grille et dans n'importe quel système, à considérer à côté de l'image. Ce avec quoi un modèle a été entraîné doit être redonné quand on l'utilise.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>Tolérance de simplification (unités de carte)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>Les polygones plus petits rejoignent le voisin avec lequel ils partagent la plus longue limite. 0 les garde tous.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>Plus petit polygone (unités de carte au carré)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>Le champ d'une couche vectorielle qui nomme la classe de chaque forme. Sans lui, toutes les formes sont d'une seule classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>Où calculer : auto prend une carte graphique s'il y en a une, sinon le processeur.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{} : champ de classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>Raster de classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>Raster de classes en polygones</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>Trace un polygone autour de chaque région connexe d'une classe. Les contours partagés par deux régions sont simplifiés une seule fois, pour les deux : ni lacunes ni recouvrements. Le bord extérieur reste celui des pixels. Les régions sous la plus petite surface rejoignent un voisin au lieu de laisser un trou.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>Trace des polygones autour des régions d'un raster de classes, sans lacunes ni recouvrements.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>Combien de fois les coins sont coupés après la simplification. 0 les garde.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>Polygones</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>Polygones avec classe, surface, périmètre, compacité, longueur, largeur, direction et voisins : en mètres sur l'ellipsoïde, ou en pixels si le raster n'a pas de système de référence.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>Raster de nombres entiers ; 0 ou sa valeur nodata déclarée est laissé de côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>Lissage (passes)</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>Le raster de clusters dont les classes sont issues : chaque polygone reçoit les numéros des clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>vectoriser,polygoniser,vecteur,contour,simplifier,topologie,couverture</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>Un raster écrit par 'Cartographier les clusters'. Ou donnez un raster et un modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>Choisissez les clusters soit par un fichier SELECTION, soit par un texte CLASSES comme tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>Classes avec leurs clusters. Ou donnez les classes en texte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>Donnez soit des clusters (CLUSTERS), soit un raster et un modèle (INPUT et MODEL).</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE vaut {:g} : abaissez-le s'il ne reste aucun polygone.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>Fait un raster de classes et des polygones des clusters choisis.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>Modèle pour ce raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>Des noms avec les numéros de leurs clusters, comme tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>Ou : classes en texte</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>Ou : raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>Polygones des classes choisies, avec les clusters dont chacun est fait.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>Raster dont les clusters sont d'abord cartographiés, avec le modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>Les régions de moins de pixels rejoignent leur plus grand voisin. 0 les garde toutes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>Segmenter</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>Tamiser (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>La première classe est stockée comme 1 ; la classe 'other' vient en dernier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>Deux choses sont nécessaires.
1. Des clusters : un raster écrit par 'Cartographier les clusters' ; ou bien un raster et un modèle, et ils sont d'abord cartographiés.
2. Quels clusters forment quelle classe : un fichier de sélection ; ou bien un texte comme tree=3,7; roof=12,20-25, avec les numéros des clusters de la légende (la valeur enregistrée moins 1).

Les pixels de clusters qui ne sont dans aucune classe deviennent la classe 'other' ; les polygones l'omettent. 0 est nodata, et se trouve exactement là où le raster n'est pas valide.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>classer,classes,choisir,clusters,vectoriser,polygones,extraire</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{} : sans effet sans POLYGONS.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>Un cluster n'appartient à une classe que si au moins cette part de ses pixels étiquetés y appartient.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>Un raster écrit par 'Cartographier les clusters'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>Choisie au hasard ; le reste n'est pas regardé. 'Évaluer' compte toutes les étiquettes, celles-ci comprises.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>Classes avec leurs clusters, à donner à 'Segmenter'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>Classe, pureté et pixels étiquetés de chaque cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>Trouve quels clusters forment quelle classe, d'après une part des étiquettes de référence.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>Donne à chaque cluster la classe de la plupart de ses pixels étiquetés, si assez d'entre eux l'ont. Les clusters trop mélangés, ou sans étiquettes, restent sans classe.

Les valeurs d'un raster sont ses classes ; son absence de données est non étiquetée. Pour des polygones, le champ de classe nomme la classe. Les pixels hors des polygones comptent comme 'other' dans AREA, et partout s'il n'y a qu'une classe et pas d'AREA ; sinon ils sont non étiquetés.

La sélection convient à tous les rasters du même modèle. Ensuite : 'Segmenter'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>Du choix aléatoire des étiquettes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>Polygones dans lesquels la référence est complète ; rien n'est regardé en dehors.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>Raster ou polygones avec les vraies classes, dans n'importe quel système de coordonnées.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>Graine</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>Choisir les clusters par référence</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>Part des étiquettes à utiliser</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>Pureté minimale</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>étiquettes,vérité terrain,classes,attribuer,clusters en classes,données d'entraînement</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>aucun</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{} : clusters {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>Champ de classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>Classes avec leurs clusters, et comment les clusters disputés sont partagés.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>Clusters réclamés par deux classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>Trouve quels clusters forment quelle classe, d'après des traits sur la carte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>Largeur des points et des lignes, si la couche n'a pas de champ 'width' qui la donne.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>Points, lignes ou polygones, dans l'ordre où ils ont été peints.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>Choisir les clusters par traits</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>Traits</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>Les traits sont des points, des lignes ou des polygones avec un champ qui nomme leur classe : dessinés à la main dans n'importe quelle couche vectorielle, ou enregistrés depuis le panneau ClusterNet. Là où ils se croisent, le dernier compte.

Un cluster que réclament les traits de deux classes est partagé entre elles. La sélection contient la règle qui le fait, et s'applique donc sans traits à d'autres rasters du même modèle : donnez-la à 'Segmenter' avec INPUT et MODEL.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>Le champ qui nomme la classe de chaque trait ; les traits sans classe sont laissés de côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>Le raster sur lequel on a peint.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>Largeur des traits (unités de carte)</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>interactif,gribouillage,pinceau,classes,échantillons,classification,segmentation</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>Un raster de classes dit où sont les arbres, non combien ils sont. Les objets compacts (couronnes, voitures) sont séparés par taches : d'après le contour de la classe et, si elle est donnée, d'après l'image ; leur taille est choisie d'après les données. Avec des hauteurs, chaque sommet est un objet. Les objets droits (bâtiments) sont séparés là où la classe se resserre et, avec une image, le long des arêtes droites.

Pour corriger un compte, modifiez les points : déplacez-les, ajoutez-en, supprimez-en, puis relancez avec eux comme MARKERS. Chaque point est alors un objet, et aucun autre n'est cherché.

La confiance d'un objet est 1 s'il est isolé, et proche de 0 si presque rien ne le sépare de son voisin ; elle est multipliée par la moyenne de CONFIDENCE.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>Un point au milieu de chaque objet, avec les mêmes attributs.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>Un polygone pour chaque objet, avec classe, surface, diamètre, hauteur et confiance.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>Confiance écrite par 'Cartographier les clusters' : les pixels incertains séparent les objets.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>Compte et délimite des objets qui se touchent, comme des couronnes, des voitures ou des bâtiments : un polygone chacun.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>Hauteurs</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>Hauteurs au-dessus du sol, sur n'importe quelle grille de pixels, comme un modèle de hauteur de canopée.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>Image</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>Type d'objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>Marqueurs</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>Noms des classes qui ont des objets, séparés par des virgules, comme arbre.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>Nombre d'objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>Objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>Points des objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>Points, un dans chaque objet, comme les points corrigés d'une exécution précédente.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>Séparer les objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>Les objets plus petits rejoignent le voisin de leur classe avec la plus longue limite commune, ou sont omis.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>Plus petit objet (unités de carte au carré)</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>L'image du même endroit, sur n'importe quelle grille de pixels : les couronnes sont plus claires au milieu.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>compact pour les couronnes et les voitures, straight pour les bâtiments.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>compter,arbres,couronnes,voitures,bâtiments,diviser,ligne de partage des eaux,instances,contigus,individuel,inventaire</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{} : {} objets</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>Choisit des clusters par des traits et applique ce choix à tout le raster. Les traits sont des points, des lignes ou des polygones avec un champ qui nomme leur classe, dessinés à la main ou enregistrés depuis le panneau ClusterNet.

Gardez la sélection : 'Segmenter' l'applique à d'autres rasters du même modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>Les classes des traits tracés sur la carte deviennent un raster de classes et des polygones de tout le raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>Les clusters ne reçoivent un nom que s'il est au moins aussi probable, de 0 à 1. À 0.9, moins de clusters sont nommés et moins de noms sont faux.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>Forme des clusters du raster avec le modèle de base fourni, nomme ceux dont il est sûr (building, paved, tree, low vegetation, water, bare ground : bâtiment, sol revêtu, arbre, végétation basse, eau, sol nu) et écrit le raster de classes et les polygones. Rien à entraîner, à peindre ni à saisir. Ce dont il n'est pas sûr devient 'other'.

Les noms sont des suggestions : le journal dit à quel point ils sont sûrs. Pour les corriger, gardez le modèle et la sélection et peignez dans le panneau ClusterNet, ou donnez d'autres classes à 'Segmenter'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>Première carte avec des noms</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>Réunit des rasters d'un même système de coordonnées, comme les feuilles d'un vol, en un raster virtuel, et écrit le cluster de chaque pixel dans un raster. Le réseau voit au-delà des bords des feuilles, qui ne se voient donc pas. Entre les feuilles, il n'y a pas de données.

Pour avoir plutôt un raster par feuille, exécutez 'Cartographier les clusters' comme processus de lot.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>Entraînement le plus long (minutes)</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>Fait une carte de l'occupation du sol d'un raster que personne n'a étiqueté : classes avec des noms, et polygones.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>Cartographier plusieurs rasters avec un modèle</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>Cartographie les clusters de plusieurs rasters comme d'un seul, sans raccords entre eux.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>Plus de clusters distinguent des différences plus fines, et demandent plus de travail de choix.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>Nombre de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>Partie du raster à nommer et à cartographier. Par défaut tout le raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>Raster à cartographier, avec des bandes de lumière visible.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>Raster à entraîner et à cartographier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>Rasters</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>Rasters d'un même système de coordonnées, avec les bandes de l'entraînement du modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>Certitude minimale</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>Des traits aux polygones</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>L'entraînement se termine à temps et laisse un modèle utilisable. 0 : sans limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>Entraîner et cartographier un raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>Entraîne un modèle sur un raster et cartographie ses clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>Entraîne un réseau sur le raster, sans étiquettes, et écrit le cluster de chaque pixel. Gardez le modèle : il cartographie d'autres rasters ayant les mêmes bandes, et d'autres étapes le demandent.

Ensuite : 'Rapport sur les clusters' montre ce qu'est chaque cluster, et 'Segmenter' fait des classes et des polygones de ceux qui sont choisis.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>modèle,flux de travail,plusieurs étapes</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 Apprendre</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 Cartographier</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 Classes</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 Vérifier et transmettre</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>Clusters nommés</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>De chaque cluster le nom, sa certitude, sa part des pixels et la probabilité de chaque type.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>Part nommée</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>Nomme les clusters bâtiment, sol revêtu, arbre, végétation basse, eau ou sol nu, sans étiquettes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>Aucun cluster n'a de nom : rien n'est assez probable sur ce raster. Essayez un MIN_CONFIDENCE plus petit, ou nommez les clusters par des traits dans le panneau.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>Suggérer des noms de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>Le modèle de base a appris sur des cartes publiques d'occupation du sol d'autres lieux. Il dit à quel point il est probable que chaque pixel soit bâtiment, sol revêtu, arbre, végétation basse, eau ou sol nu ; un cluster reçoit le nom le plus probable en moyenne sur ses pixels, s'il l'est assez. Les clusters dont il n'est pas sûr, ou qui ne ressemblent à rien d'appris, restent sans classe.

Tout modèle convient : les noms sont cherchés dans les bandes visibles du raster. Ce sont des suggestions : regardez-les dans 'Rapport sur les clusters' ou sur la carte, et changez-les dans le panneau ou avec CLASSES. Dans les fichiers ils sont en anglais.

Ensuite : 'Segmenter' avec le raster, le modèle et la sélection.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>occupation du sol,noms,étiquettes,automatique,classer,bâtiment,arbre,eau,route,végétation</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} clusters sur {} ont un nom, sur {} des pixels regardés ; le modèle de base en est sûr à {} en moyenne, et trop sûr pour des lieux différents de ceux où il a appris : regardez la carte. Ensuite : 'Segmenter' avec le raster, le modèle et cette sélection ; le reste devient 'other'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>Au bord droit et inférieur</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>Centre des étiquettes (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>Découper un raster en tuiles d'entraînement</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>Découpe un raster en tuiles GeoTIFF géoréférencées, sans changer leurs valeurs. Les tuiles avec trop de pixels sans données ou noirs sont laissées de côté. Des étiquettes, raster ou couche vectorielle dans n'importe quel système de coordonnées, peuvent être découpées avec lui : elles vont dans le dossier 'labels' sous les mêmes noms, avec les valeurs de leur source ; les classes de texte sont numérotées à partir de 1, et le fichier legend.json les y nomme.

'Entraîner un réseau de clusters' prend le dossier, mais aussi des rasters entiers : les tuiles ne servent qu'à choisir ou à partager ce qui sert à l'entraînement.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>Découpe un raster, et des étiquettes avec lui, en tuiles géoréférencées.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>Dossier de tuiles</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>Du début d'une tuile à celui de la suivante. Moins que la taille de la tuile fait se recouvrir les tuiles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>Étiquettes</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>Les étiquettes sont découpées à un centre de cette taille, ce que les convolutions valides laissent d'une tuile. 0 garde tout.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>Plus grande part vide</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>Raster ou polygones avec des classes à découper aussi, reprojetés si nécessaire.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>Raster à découper : nombre quelconque de bandes, tout type de données réel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>Taille d'une tuile.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>Pas vers le bas (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>Pas vers la droite (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>Les contours des tuiles, avec leurs noms de fichier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>Hauteur de tuile (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>Index des tuiles</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>Largeur de tuile (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>Les tuiles sont nommées d'après leur première ligne et colonne dans le raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>Tuiles laissées de côté</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>Les tuiles avec une plus grande part de pixels sans données ou noirs (0 dans toutes les bandes) sont laissées de côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>Tuiles écrites</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift : la dernière tuile recule vers l'intérieur et recouvre sa voisine. pad : elle dépasse, remplie d'absence de données. drop : elle est laissée de côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>tuile,imagette,découper,diviser,entraînement,pas,étiquettes,apprentissage profond</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>{} tuiles écrites, {} laissées de côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>Un dossier de tuiles GeoTIFF, comme « Découper un raster en tuiles d'entraînement » en écrit, ou de rasters virtuels, comme « Harmoniser des feuilles » en écrit.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>Une page avec le déroulement de l'entraînement, la taille des clusters et les réglages.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>Un fichier ONNX à vous qui donne les caractéristiques d'une image : le réseau encoder, ou le maître de light, qui apprend alors ses caractéristiques sur ces rasters et cartographie bien plus vite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>Numéros de bandes dans l'ordre, comme 1,2,3. Par défaut toutes, sauf une bande alpha.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>Taille des lots (imagettes)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>Canaux de son premier niveau : 64 dans l'article, et lent sans carte graphique.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>Encodeur</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>Époques</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>Époques entre regroupements</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>Époques effectuées</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>Première étape</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>Pour les indices, quand le raster ne le dit pas : red=1; green=2; blue=3; nir=4.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>Donnez soit des rasters (INPUT), soit un dossier de tuiles (FOLDER), mais pas les deux.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>Combien de temps les pseudo-étiquettes de ce qui est appris sont gardées avant un nouveau regroupement. Celles du réseau light viennent de ce qu'il sait dès le départ, et sont gardées.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>Combien de fois apprendre de toutes les imagettes. 0 regroupe seulement les caractéristiques du réseau tel qu'il est.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>Combien les blocs de caractéristiques comptent les uns à côté des autres, par exemple heights=0.5; texture=0. Par défaut le réseau a 1, et les autres données ce que vaut leur structure ; les constantes et le bruit ont 0.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>Indices</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>Filtre d'entrée</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>Ses poids, sa normalisation, ses clusters et son historique sont repris ; les numéros de clusters gardent leur sens.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>Étiquettes par rapport auxquelles des scores sont donnés après chaque époque. Elles ne participent pas à l'entraînement.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>Taux d'apprentissage</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>Apprend, sans étiquettes, des caractéristiques selon lesquelles les pixels d'un raster forment des clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>Perte de la dernière époque</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>Modèle à reprendre</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>Réseau</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>Ensuite : 'Cartographier les clusters' applique le modèle {} ; le panneau ClusterNet le propose sous Modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>Nombre de clusters : plusieurs pour chaque classe cherchée. L'article en a 100.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>De tout le hasard : la même graine donne le même modèle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>Taille des imagettes (pixels)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>Imagettes par pas.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>Polygones dans lesquels apprendre. Par défaut partout.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>Rasters à apprendre, tous avec les mêmes bandes. Ou donnez un dossier de tuiles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>Rôles des bandes</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>Lignes et colonnes d'une imagette d'entraînement.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>Indices spectraux à considérer à côté des bandes : ndvi, ndwi, exg, vari, nbr. Quelle bande est le rouge, etc., se déduit des noms, des couleurs ou des longueurs d'onde, est dit avant l'entraînement, et peut être donné.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>Pas de l'optimiseur, qui tombe presque à zéro vers la fin. 0 prend celui du réseau.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>Le dossier {} ne contient aucun GeoTIFF ; découpez-y d'abord des tuiles, ou choisissez-en un autre.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>Le modèle est un fichier temporaire, qui disparaît avec QGIS. Pour le garder, copiez {} dans un autre dossier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>Le modèle entraîné : réseau, normalisation et clusters dans un fichier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>Temps imparti (minutes)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>Entraîner un réseau de clusters</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>L'entraînement se termine avec les clusters appris jusque-là. 0 : sans limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>Rapport d'entraînement</translation>
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
   <translation>Entraîne un réseau sur vos propres rasters, sans étiquettes. Le réseau donne à chaque pixel un vecteur de caractéristiques ; k-means regroupe les vecteurs ; les groupes sont des pseudo-étiquettes avec lesquelles le réseau s'entraîne ; et ainsi de suite (ClusterNet : Girard, Zhygallo, Tarabalka 2019).

Donnez des rasters, ou un dossier de tuiles. Le modèle est écrit après chaque époque : une exécution annulée ou tuée laisse celui de la dernière époque entière, et repart de là quand elle est relancée avec le même nom de modèle et les mêmes paramètres. INITIAL_MODEL reprend n'importe quel modèle.

Ensuite : 'Cartographier les clusters' applique le modèle à ce raster ou à d'autres.

Réseaux :
light : en sait beaucoup dès le départ, à demi-résolution ; le plus rapide et le meilleur
unet_same : U-Net à poids aléatoires, taille conservée, normalisation par lots
unet : U-Net de l'article, convolutions valides ; lent
vgg16 : VGG16 jusqu'à son troisième bloc, les deux premiers figés ; demande des poids que torchvision télécharge, et est lent
pixels : les bandes elles-mêmes, pour les plongements (embeddings), spectres et indices ; rien à entraîner
encoder : votre propre réseau en fichier ONNX (ENCODER), tel quel ; rien n'est entraîné</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>Poids des blocs</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>Quel réseau entraîner ; ils sont décrits à côté.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>Largeur d'un U-Net</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting : apprendre d'abord à remplir le centre effacé des imagettes, pendant autant d'époques.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel : montrer au réseau des gradients au lieu des couleurs, comme DeepCluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>non supervisé,auto-supervisé,segmentation,classification,regroupement,k-means,apprentissage profond,U-Net,caractéristiques</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDS vaut '{}' ; donnez des numéros de bandes comme 1,2,3.</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} est un dossier ; donnez le nom d'un fichier.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>Une ligne par classe et par zone, avec des hectares.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>Un pixel que coupe la limite d'une zone compte pour la part exacte qui se trouve dans la zone. Les zones peuvent se chevaucher, être plus petites qu'un pixel, dépasser le raster et avoir n'importe quel système de référence. Les surfaces sont en mètres carrés sur l'ellipsoïde, ou en pixels si le raster n'a pas de système de référence.

Une carte a des erreurs, et les surfaces que l'on y compte en ont donc aussi. Avec un échantillon de classes vraies, tiré au hasard sur toute la carte, elles sont corrigées selon la fréquence à laquelle chaque classe de la carte en est une autre en réalité (Olofsson et al. 2014). Les intervalles de confiance à 95 % viennent d'un bootstrap de blocs de la carte et demandent des étiquettes dans dix de ses cent blocs. Ils supposent que la carte se trompe dans une zone comme ailleurs.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>Surfaces par zone</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>Mesure la surface de chaque classe d'un raster de classes dans chaque zone, comme des communes ou des parcelles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>Points, polygones ou raster avec les classes vraies en des lieux tirés au hasard sur toute la carte, et pas seulement dans les zones ; les surfaces sont alors corrigées et ont des intervalles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>Polygones, dont chacun est une zone à part.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>Échantillon de classes vraies</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>Le champ qui nomme chaque zone. Sans lui, elles sont numérotées.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>Les zones avec la surface et la part de chaque classe, et combien d'une zone a une classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>Zones</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>Zones : champ du nom</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>statistiques zonales,histogramme zonal,surface,hectares,commune,parcelle,part,estimation,intervalle de confiance</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>Un fichier téléchargé n'est pas celui avec lequel l'extension a été testée.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>Un fichier est utilisé par un autre programme.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>Une bibliothèque de PyTorch ne se charge pas, comme il arrive sans les bibliothèques Visual C++ de Microsoft.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>Il faut un paquet que la liste de l'extension ne nomme pas.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>Un chemin est devenu plus long que le système ne le permet.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>Ajoutez le certificat de votre organisation dans Préférences, Options, Authentification, et installez à nouveau ; ou installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>Autorisez les chemins longs dans Windows, ou choisissez un dossier court pour l'environnement.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>Autorisez le dossier de l'environnement dans l'antivirus, ou demandez-le à l'administrateur, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>Demandez à l'administrateur l'adresse des paquets de votre organisation, ou installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>Sous {folder}, les chemins dépassent les {longest} caractères que Windows permet.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>Vérifiez le proxy dans Préférences, Options, Réseau, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>Choisissez un autre dossier ; le manuel dit comment en remplir un.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>Fermez d'autres programmes, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>Fermez les autres fenêtres de QGIS et tout ce qui utilise l'environnement, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Connectez-vous au réseau, vérifiez le proxy dans Préférences, Options, Réseau, ou installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>Copiez le journal et signalez-le là où l'on signale les défauts de l'extension.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>Saisissez-les dans Préférences, Options, Réseau, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>Libérez de la place sur le disque de l'environnement, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>Libérez de la place, ou mettez le dossier de l'environnement sur un autre disque.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>Donnez à votre compte le droit d'y écrire, ou choisissez un autre dossier pour l'environnement.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>Installez à nouveau ; si cela se répète, quelque chose entre vous et le serveur modifie les fichiers : installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>Installez à nouveau ; ou installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>Installez-le en administrateur : sudo apt install python3-venv ; puis installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>Installez Visual C++ Redistributable (x64, 2015-2022) de Microsoft, redémarrez Windows, et réparez.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>Nommez un Python avec GDAL dans le réglage clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>Nommez dans le réglage clusternet/python un autre Python avec les paquets et GDAL, par exemple de conda.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>Sur Apple Silicon, installez le QGIS fait pour lui ; sur un Mac Intel, entraînez ailleurs et segmentez ici avec les cartes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>Sur macOS, le Python de QGIS ne peut pas charger de paquets que l'éditeur de QGIS n'a pas signés.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>Appuyez sur Réparer ; si cela reste, supprimez le numpy installé avec pip pour votre compte : pip uninstall numpy.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>Il n'est pas permis d'exécuter des programmes depuis le disque de l'environnement.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>PyTorch n'a pas de paquets pour les Mac à processeur Intel, ni pour un QGIS fait pour eux.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>PyTorch n'a pas de paquets pour le processeur de cette machine ({machine}).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>Le Python de QGIS n'a pas été trouvé.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>Réparez l'installation de QGIS (sur Debian : sudo apt install python3-gdal), ou nommez dans le réglage clusternet/python un autre Python avec les paquets et GDAL.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Réparez l'installation de QGIS, ou installez le programme uv, utilisé là où il est trouvé.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>La segmentation, les polygones et l'évaluation fonctionnent ici quand même ; entraînez et cartographiez sur une autre machine.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>Mettez le dossier de l'environnement sur un disque où l'on peut écrire.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>Mettez le dossier de l'environnement sur un disque qui n'est pas monté avec noexec.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>Il manque pip au Python de QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>Le Python de QGIS ne trouve pas GDAL hors de QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>La connexion a été perdue pendant un téléchargement.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>Le disque est plein.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>Le disque de l'environnement est en lecture seule.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>Il n'est pas permis d'écrire dans le dossier de l'environnement.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>Le dossier {folder} ne contient pas de paquets (fichiers en .whl).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>L'installation a échoué pour une raison inconnue.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>La mémoire est épuisée.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>Le réseau est trop lent, ou quelque chose entre ici et le serveur avale le trafic.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>Le pip du Python de QGIS est trop ancien.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>Le proxy demande un nom et un mot de passe.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>Le proxy ne répond pas.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>Le serveur des paquets est injoignable.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>Le serveur des paquets a lui-même un problème.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>Le serveur refuse de donner des paquets à ce réseau ou à cet utilisateur.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>Le certificat du serveur n'est pas reconnu, comme il arrive quand un pare-feu inspecte le trafic chiffré.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>La bibliothèque C du système est trop ancienne pour PyTorch.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>Il manque au Python du système ce qui crée des environnements.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>L'antivirus a bloqué ou supprimé un fichier.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>Il n'y a pas de paquets pour cette version de Python, ou pour cette machine.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>Il manque à ce processeur des instructions dont PyTorch ou FAISS a besoin.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>Entraînez et cartographiez sur une autre machine, et segmentez ici avec les cartes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>Réessayez dans quelques minutes.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Réessayez sur un meilleur réseau, vérifiez le proxy dans Préférences, Options, Réseau, ou installez depuis un dossier de paquets.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>Deux versions de numpy sont mélangées.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Mettez QGIS à jour, ou installez le programme uv, utilisé là où il est trouvé.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>Mettez QGIS à jour, qui apporte un Python plus récent ; un dossier de paquets doit être fait avec la même version et le même système.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>Mettez l'extension à jour, et installez à nouveau.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>Mettez le système à jour : une distribution de 2019 ou plus récente suffit.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>{needed} Mo sont nécessaires dans {folder}, et {free} Mo sont libres.</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>Classe</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>Copier le tableau</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>Hectares</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} contient {polygons} polygones de {classes} classes.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>Ajouter une classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>Choisissez la classe à peindre, ici ou par sa touche sur la carte. Double-cliquez sur son nom ou sa couleur pour les changer ; le bouton droit offre plus.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>Couleur de la classe choisie</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>Couleur de {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>Couleur...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>Chaque classe doit avoir son propre nom ; '{}' est vide ou déjà pris.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>Effacer ses traits</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>Touche</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>Peignez ceci sur ce qui n'appartient à aucune classe, là où une classe s'étend trop.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>Supprimer la classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>Supprimer la classe choisie et ses traits</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>Renommer</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>classe {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>autre (aucune)</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>De combien les contours peuvent bouger pour perdre leurs marches : au début un pixel et demi. 0 garde les pixels.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>Seulement ce qui est visible</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>Les polygones plus petits et les taches du raster de classes rejoignent un voisin. Au début, la surface du pinceau.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>Surface minimale</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>Lissage</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>Selon les traits</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>Cluster {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>Les clusters apparaissent ici quand l'aperçu est calculé.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>Couleur du cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>Compter les clusters sélectionnés comme un seul</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>Aucune classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>Mettre dans la classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>Mettre à la main les clusters sélectionnés dans une classe.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>Renommer (ou double-cliquer sur le nom)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>Séparer de nouveau les clusters réunis</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>Il n'y a pas de cluster ici.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>Ce cluster n'est pas visible ; faites d'abord un zoom arrière.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>Cochez un cluster pour le mettre dans '{}', sans peindre.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>Quel cluster est ici ? Cliquez sur la carte pour le choisir.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>Zoomer là où se trouve le cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>autre</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0,1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>Une suggestion : cliquez-la pour mettre le cluster dans '{}'.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>Clusters qui se ressemblent. Un clic les affiche ou les replie ; la coche vaut pour tous.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>Classe donnée à la main.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>Classe donnée par vos traits.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>Dans aucune classe. Cochez-le pour le mettre dans la classe que vous peignez.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>Part</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>Part de ce qui est visible.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>{} semblables</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>Changements</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>Choisissez d'abord un raster.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>Comparer avec...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>Faites glisser la ligne. X, maintenue, permute, C masque les changements, Échap termine.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>Terminer la comparaison</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>Trouver les changements...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>Rien</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>Ouvrir l'algorithme Ce qui a changé avec les deux rasters et le modèle.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>Voir un autre raster à côté de celui-ci sur la carte, et trouver ce qui a changé.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>Le fichier de cette couche est introuvable.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>Il n'y a pas d'autre raster dans le projet ; ajoutez celui avec lequel comparer.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>Aucun Python avec PyTorch n'est encore installé.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>Choisissez Peindre et tracez un trait sur ce que vous cherchez.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>Choisissez un raster pour commencer.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>Installer...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>Peindre</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>Aperçu</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>Prêt.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>Résultat</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>Démarrage de Python...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>Échec ; le message au-dessus de la carte dit pourquoi.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{} : {} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;Pas prêt.&lt;/b&gt; Aucun Python n'a été trouvé.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;Pas prêt.&lt;/b&gt; {python} ne fonctionne pas.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;Pas prêt.&lt;/b&gt; Il manque {missing} à {python}.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;Prêt.&lt;/b&gt; L'entraînement et la cartographie tournent sur {python} ({versions}).</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>Un dossier de fichiers .whl, pour les machines sans réseau. Le manuel dit comment le remplir.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>Annulé ; rien n'a été installé.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet : environnement Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>Calculer sur</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>Copier le journal</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>Depuis le réseau ; ou choisissez un dossier de paquets</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>Installer</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>Installé. L'entraînement et la cartographie peuvent commencer.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>Il est nommé dans le réglage clusternet/python, que l'installation vide.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>Journal</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>Recherche de Python...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>Carte graphique NVIDIA (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>Paquets</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>Processeur</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>Processeur et graphique Apple (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>Supprimé.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>Réparer</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>C'est un défaut de l'extension ; copiez le journal et signalez-le.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>L'entraînement et la cartographie tournent à côté de QGIS, dans un Python avec PyTorch, FAISS, SciPy et ONNX Runtime. Le choix des clusters, la segmentation, les polygones et l'évaluation s'en passent.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>Ce qui est là est d'une autre version de l'extension.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>Où se trouve l'environnement : hors de l'extension et hors du profil de QGIS.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>{button} télécharge environ {download} Mo depuis PyPI et PyTorch dans {folder}, où ils occupent environ {disk} Mo. Le Python de QGIS n'est pas modifié.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>{button} met les paquets de ce dossier dans {folder}, environ {disk} Mo. Rien n'est téléchargé, et le Python de QGIS n'est pas modifié.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>{} Mo y sont libres.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>Installation de PyTorch et FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>Recherche de Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>Suppression de PyTorch et FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>classe 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>Calcul de l'aperçu</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>Apprentissage à partir des traits</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>Ouverture du raster et du modèle</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>Enregistrement de la sélection</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>Un autre raster ou modèle a été choisi avant l'enregistrement de la sélection ; segmentez le raster à nouveau.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>Époque {} sur {} : perte {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>Perte après chaque époque : à quel point le réseau distingue encore mal les pseudo-étiquettes.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>En attente de la première époque</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>Taille du pinceau</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>Effacer tous les traits ; annuler les ramène</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>Efface des traits, ou des parties, sur la carte.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>Peindre ici ensuite : un anneau marque où le prochain trait en dit le plus (N sur la carte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>Peint sur la carte des traits de la classe choisie. Touches sur la carte : 1 à 9 choisissent la classe, 0 'autre', [ et ] la taille, Échap abandonne un trait, espace déplace, Maj et glisser zoome.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>Rétablir (Ctrl+Maj+Z sur la carte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>Annuler (Ctrl+Z sur la carte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>Largeur au sol du pinceau et de la gomme ; [ et ] sur la carte la changent.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>Classes : ce que vos traits font de ce qui est visible. Clusters : les groupes trouvés sans vous ; un clic sur la carte, ou Maj et un clic quand vous peignez, en choisit un. Confiance : en rouge ce que vos traits laissent ouvert. H sur la carte, maintenu, masque tout.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>À quel point l'aperçu cache la carte.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>Opacité</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>Afficher</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>Afficher les traits</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>Ce que le projet garde de ClusterNet est illisible ({}) ; recommencez.</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>Choisir un raster</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{} (introuvable)</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{} (images seulement)</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>Ajouter les traits d'une couche : des lignes ou des points avec un champ 'class'.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>Applique en arrière-plan au raster ce que vous avez peint : un raster et des polygones s'ajoutent.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>Charger des traits</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>Charger des traits...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>Enregistrer les traits</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>Enregistrer les traits...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>Enregistrer les traits comme couche, pour les partager ou les rejouer sans la carte.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>Segmenter...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>Le raster n'est pas dans la vue ; zoomez dessus ou segmentez-le en entier.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>Les traits sont enregistrés dans {}.</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>Enregistrement de {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>La segmentation a échoué ; voir le journal des messages.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>La segmentation a été annulée ; rien n'a été écrit.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>Segmentation de {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>Le raster est segmenté : {}.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{} (classes)</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{} (polygones)</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>Rien dans la vue ne demande de trait ; regardez ailleurs.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>Le fichier du {}, {}, a disparu. Choisissez-en un autre ; vos traits sont conservés.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>La couche montre maintenant un autre fichier ; les traits de {} restent avec celui-ci.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>Le raster ou le modèle a changé sur le disque et est relu.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>Le raster a été changé ou retiré pendant que la boîte de dialogue était ouverte ; rien n'a été fait.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>Le raster {} a été retiré. Ses traits sont conservés : ajoutez-le de nouveau pour continuer.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>modèle</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>raster</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} Il est relancé ; aucun trait n'est perdu.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>Modèle de base</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>Choisir un fichier...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>Le raster à segmenter. Les traits sont conservés pour chaque raster.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>Entraîner un modèle sur ce raster, en arrière-plan et sans étiquettes.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>Entraîner...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>Ce qui trouve les clusters. Le modèle de base fonctionne tout de suite ; un modèle entraîné sur votre raster peut faire mieux.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>Impossible d'écrire les traits dans {} : {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} ne peut pas être ouvert comme couche vectorielle ; choisissez un autre fichier.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} n'a pas de champ 'class', qui nomme la classe de chaque trait ; ses champs sont {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} ne contient ni lignes ni points avec une classe ; choisissez un autre fichier.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>Chercher des clusters qui sont bâtiments, sol revêtu, arbres, végétation basse, eau ou sol nu.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>Mettre tous les clusters sans classe dans les classes suggérées.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>Arrêter la recherche</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>Suggérer des noms</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>Tout reprendre</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>Recherche de noms sur {}</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>Aucun cluster ne ressemble à ce qui a un nom ; peignez plutôt.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>{} clusters sur {} ont un nom suggéré : cliquez-en un dans la liste pour le reprendre, ou reprenez tout.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> min</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>Un réseau regarde le raster, sans étiquettes, et apprend quels pixels se ressemblent. Vous pouvez continuer à travailler. Le modèle est enregistré après chaque époque, si bien qu'un arrêt anticipé coûte peu.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>Au plus</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>En combien de groupes les pixels se répartissent ; plus il y en a, plus les différences sont fines.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>Combien de fois tout le raster est parcouru.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>Entraîner</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>Entraîner sur {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>Arrêter l'entraînement</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>encore environ {} min</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>encore environ {} s</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>Entraînement d'un modèle sur {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>L'entraînement est terminé ; {} est utilisé désormais.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>L'entraînement a été annulé avant la fin de la première époque.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>L'entraînement a été annulé ; {} est le modèle après l'époque {}, et peut être choisi.</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>sol nu</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>bâtiment</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>végétation basse</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>sol revêtu</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>arbre</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>eau</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>Les valeurs de la couche '{name}' ne peuvent pas être copiées (code {code}) ; exportez-la d'abord en GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>La couche '{name}' provient de '{source}', qui fournit des images et non des valeurs ; exportez-la d'abord en GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>Tous les rasters doivent avoir le même nombre de bandes ({}) ; choisissez-les avec BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>Toutes les feuilles doivent avoir le même nombre de bandes ({}) ; choisissez-en d'autres.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>Un encodeur a besoin de onnx et onnxruntime, que le Python de {} ne peut pas charger ({}). Installez-les-y avec pip, ou choisissez un autre Python dans les paramètres.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE et AFTER sont le même raster, {} ; choisissez deux dates d'un même lieu.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSES contient '{}' là où devrait se trouver une classe comme tree=3,7.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES ne nomme aucune classe ; donnez des noms comme arbre, séparés par des virgules.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>Impossible de lire le raster {} : {}. Vérifiez que le fichier existe et que c'est un raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>Impossible d'écrire dans le dossier {} : {}. Choisissez un dossier où vous pouvez écrire.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>Impossible d'écrire {} : {}. Vérifiez l'espace disque libre et qu'aucun autre programme n'a ouvert le fichier.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>Impossible d'écrire {} : {}. Vérifiez l'espace disque libre et vos droits sur le dossier.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>Clusters de {} x {} pixels en {} tuiles</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>Époque {} sur {} : perte {}, {} des pixels ont changé de cluster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>Examen de {} extraits de {} x {} pixels</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>Recherche de l'occupation du sol dans {} parties du raster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS n'a aucun point ; donnez des points situés sur des objets, ou laissez-le vide.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>Aucun cluster n'appartient à une classe : aucun n'est au moins à {} l'une de {} (le plus pur est à {} d'une seule étiquette) ; baissez MIN_PURITY ou entraînez avec plus de clusters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>Aucune étiquette de SAMPLE ne se trouve sur une classe de la carte ; choisissez un échantillon qui la recouvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>Aucun pixel de référence ne se trouve sur les clusters (FRACTION {}) ; prenez une plus grande part, ou une référence qui recouvre le raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>Aucun objet n'atteint la surface minimale, ou le raster n'a aucun pixel de CLASSES ; la couche est vide.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>Aucun pixel n'est valide aux deux dates ; donnez deux rasters d'un même lieu, ou une autre EXTENT.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>Aucune région n'atteint la surface minimale, ou le raster n'a pas de classe ; la couche est vide.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>Aucune forme de {} ne recouvre le raster ; choisissez une couche qui le couvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>Aucun trait ne se trouve sur un pixel valide du raster ; peignez sur le raster, ou vérifiez les couches.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>Aucun trait de {} ne se trouve sur le raster ; choisissez une couche qui le couvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>Aucun des {} points de MARKERS ne se trouve sur un pixel de CLASSES ; donnez des points situés sur des objets.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>Rien n'a été entraîné : les clusters sont ceux du réseau tel qu'il est fourni.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>Une époque a été entraînée ; {} % des pixels y ont changé de cluster. Davantage peuvent faire mieux.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES a besoin des classes : donnez SELECTION, que 'Choisir les clusters par référence' ou le panneau écrit.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE est le raster de classes lui-même, {} ; donnez les vraies classes de lieux tirés au hasard dessus.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>Au Python de {} il manque : {}. Extensions &gt; ClusterNet &gt; Environnement Python l'installe ; ou exécutez : "{}" -m pip install -r "{}" ; ou indiquez-en un autre dans le réglage clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>Les surfaces sont comptées sur une carte qui a des erreurs, sans intervalles : un échantillon de classes vraies (SAMPLE) les corrige.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>La classe '{}' nomme le cluster {} ; il y a les clusters 0 à {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>L'encodeur {} prend {} bandes{}, et le raster en donne {} ({}) ; choisissez-en {} avec BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>L'emprise ne recouvre pas le raster ; choisissez-en une à l'intérieur.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>La carte et la référence n'ont aucun pixel en commun ; choisissez une référence qui recouvre la carte.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>Le modèle a appris d'embeddings ({}), et {} ne semble pas en contenir.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>Le modèle a besoin de son encodeur {}, qui n'est pas là ou a changé depuis ; remettez le fichier {} (SHA-256 {}...).</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>Le modèle voit des hauteurs ou des indices à côté de l'image, avec lesquels deux dates ne peuvent pas être comparées ; entraînez-en un sans EXTRA ni INDICES.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>Le modèle a été entraîné sur {} bandes ({}) ; {} en donne {}. Choisissez les mêmes bandes avec BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>Le modèle a été entraîné avec {} à côté de l'image ({}), et {} est pris pour {} : donnez celui de ce raster avec EXTRA, ou nommez le fichier d'après ce qu'il est, par exemple {}.tif.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>Le modèle a été entraîné avec {} à côté de l'image ({}), que le panneau ne peut pas recevoir : peignez dans une couche et utilisez 'Choisir les clusters par traits' avec EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>Le modèle a été entraîné avec {} à côté de l'image ({}) : donnez celui de ce raster avec EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>Le réseau « encoder » est un fichier à vous ; donnez-le avec ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>Le réseau « {} » n'a rien à apprendre : ses caractéristiques sont regroupées telles quelles.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>Le raster a moins de trois bandes : l'occupation du sol est devinée à partir du gris, et moins sûre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>Le raster n'a pas de classe {} ; ses classes sont {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>Le raster n'a pas de système de référence ; surfaces et diamètres des objets sont en pixels.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>Le raster n'a pas de système de référence ; les surfaces sont en pixels.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>Le raster n'a aucun pixel valide : tous sont nodata, masqués ou NaN. Choisissez-en un autre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>Le raster n'a aucun pixel valide : tous sont nodata, masqués ou NaN. Choisissez un autre raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>Les rasters ont au plus {} pixels de côté : les extraits sont de {} x {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>La référence n'a aucun pixel étiqueté sur le raster ; choisissez-en une qui le recouvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>La seconde date se trouve {} pixels plus bas et {} plus à droite : elle est ramenée en place</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>La sélection a été faite pour le modèle {}, les clusters viennent de {} ; choisissez à nouveau sur ces clusters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>Les traits de la sélection se trouvent sur un autre raster ; ce qui en a été appris est appliqué.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>Le budget de {} minutes est épuisé après l'époque {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>L'entraînement ne s'est pas amélioré : la perte est passée de {} à {}. Essayez un taux d'apprentissage plus petit, ou des rasters plus variés.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>L'entraînement s'améliore : la perte est tombée de {} à {}, et {} % des pixels ont encore changé de cluster dans la dernière époque. Plus d'époques peuvent faire mieux : donnez le modèle comme celui à continuer.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>L'entraînement s'est bien passé : la perte est tombée de {} à {}, et seuls {} % des pixels ont changé de cluster dans la dernière époque. Plus d'époques changeraient peu de chose.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>Les deux dates n'ont pas de contours communs qui diraient un décalage ; aucun n'est retiré.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>Les valeurs de {} et {} diffèrent d'un facteur {} ou plus, comme celles de types ou d'unités différents ; ramenez toutes les feuilles à un seul type, par exemple Float32, avec 'Convertir' ou la calculatrice raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>Il y a {} pixels valides{}, moins que les {} clusters demandés ; demandez-en au plus {} ou donnez un raster plus grand.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>Il n'y a pas d'encodeur {} ; choisissez un fichier ONNX avec ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>Il n'y a pas de fichier de modèle {} ; choisissez-en un écrit par 'Entraîner un réseau de clusters'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>Il n'y a aucun pixel valide pour l'entraînement : tous sont nodata, masqués, NaN ou hors de AREA. Choisissez d'autres rasters.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>Il n'y a pas de Python qui fonctionne dans {} ; installez-en un avec Extensions &gt; ClusterNet &gt; Environnement Python, ou indiquez-en un dans le réglage clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>Ce sont des embeddings de versions différentes, dont les nombres n'ont pas le même sens ({}) : les clusters suivront les fichiers. Prenez-les tous d'une même version.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>Ce qui rend les feuilles semblables couperait {} de {} aux bornes de son type, {} à {} : ramenez toutes les feuilles à un seul type, par exemple Float32, avec 'Convertir'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>environ {} restantes</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) ne recouvre pas le raster ; donnez la confiance de cette carte.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{} (EXTRA) ne recouvre pas le raster ; donnez-en un qui le couvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} ne recouvre pas le raster de la première date ; donnez-en un qui le couvre.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} n'a pas de champ '{}' ; ses champs sont : {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} n'a pas de polygone ; choisissez une couche de polygones comme zones.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} n'a aucun pixel valide, ou presque : laissé tel quel.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} n'a aucune valeur sur les {} pixels de CLASSES ; donnez-en un qui les couvre, ou laissez-le vide.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} a une seule valeur partout : sa luminosité est ajustée, sans contraste.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} a les bandes d'AlphaEarth et des octets, mais leurs vecteurs ne sont pas de longueur un : ils ont été rééchantillonnés, mis à l'échelle ou coupés, et sont pris comme de simples bandes. Obtenez le fichier à nouveau, et ne le reprojetez que par plus proche voisin.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} a {} bandes, et un raster de classes en a une ; choisissez un raster de classes, tel que 'Segmenter' en écrit.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} a {} bandes ; la bande {} a été demandée.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} contient des embeddings de {} en octets : ils sont lus comme vecteurs de longueur un.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} contient des embeddings, dont les nombres ont le même sens sur toutes les feuilles : donnez les feuilles telles quelles à 'Entraîner un réseau de clusters'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} contient des valeurs de {} à {} ; la confiance est comprise entre 0 et 1. Donnez CONFIDENCE, que 'Cartographier les clusters' écrit.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} est un service {}, qui donne des images et non des valeurs ; exportez d'abord en GeoTIFF la partie dont vous avez besoin.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} est donné deux fois ; donnez chaque feuille une fois.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} n'est pas un modèle ClusterNet complet ({}) ; copiez-le ou entraînez-le à nouveau.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} est le dossier d'une feuille ; choisissez-en un autre, pour que les feuilles avant et après ne se mêlent pas.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>{} de la surface ont changé : si c'est trop, masquez les nuages comme sans données, ou donnez un modèle entraîné sur les deux dates.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} des {} marqueurs ne se trouvent sur aucun pixel de CLASSES, ou en partagent un.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>{} des {} zones sont hors du raster : elles n'y ont pas de surface.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>{} de {} sont une bordure plate ({}, {} dans toutes les bandes) qui n'est pas déclarée nodata : elle est laissée de côté. KEEP_FLAT_BORDERS la garde.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{} de {} est coupé aux bornes de son type, {} à {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} polygones sur {} gardent leur contour ou une partie : des angles droits auraient mal couvert leurs pixels ou touché un voisin.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} écraserait {} : les deux sont {} ; donnez à {} un autre nom.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{} : aucun recouvrement avec les autres feuilles, et seulement {} du sol se ressemblent : laissé tel quel.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{} : aucun recouvrement avec les autres feuilles ; ajusté d'après les {} du sol qui se ressemblent.</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>QGIS ne peut pas ouvrir la source de la couche '{name}', {source} ; réparez la source ou choisissez une autre couche.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>{count} des {total} entités de '{name}' ne peuvent pas être lues par GDAL et sont ignorées.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} n'a pas de champ '{field}' ; ses champs sont : {names}.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet : peindre et voir</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>PyTorch est en cours d'installation, {} % sont faits. Relancez l'algorithme quand il est là.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>PyTorch, avec lequel les modèles sont entraînés et appliqués, n'est pas encore installé. Fermez ce message : la fenêtre qui s'ouvre ensuite l'installe.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Environnement Python...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>Segmenter un raster en peignant des traits sur la carte</translation>
  </message>
 </context>
</TS>
