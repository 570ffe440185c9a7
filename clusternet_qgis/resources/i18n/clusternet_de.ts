<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>Eine Seite mit der Matrix und Bildern der größten Veränderungen vorher und nachher.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>Ein Polygon für jede zusammenhängende Veränderung.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>Ein Raster mit einem Wert für jedes Paar von Klassen und 1, wo sich nichts verändert hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>Findet, was sich zwischen zwei Rastern eines Ortes verändert hat und wozu, mit einer Legende für beide.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>Erster Zeitpunkt</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>Ein Modell sieht beide Zeitpunkte: eines, das mit einem von beiden trainiert wurde, oder besser mit beiden. Eine Verschiebung zwischen ihnen wird gefunden und herausgerechnet, und die Farben des einen werden anhand des unveränderten Bodens an den anderen angepasst. Ein Pixel hat sich verändert, wo seine Merkmale sich stärker unterscheiden als auf unverändertem Boden, und zwar von allen Pixeln des anderen Zeitpunkts innerhalb von zwei Pixeln.

Der zweite Zeitpunkt darf ein beliebiges Pixelraster und Bezugssystem haben: Der gemeinsame Teil wird auf den Pixeln des ersten verglichen. Ohne SELECTION sind Gruppen ähnlicher Cluster die Klassen. Wolken zählen als Veränderung, wenn sie nicht als keine Daten gelten.

Mehr als zwei Zeitpunkte vergleichen Sie paarweise, als Stapel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>Polygone der Veränderungen</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>Zweiter Zeitpunkt</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>Auswahl von Clustern</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>Anteil der Fläche, der sich verändert hat</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>Kleinere Veränderungen werden zu dem, was um sie herum ist; die unter 25 Pixeln immer. Ohne Georeferenz in Pixeln.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>Kleinste Veränderung (Quadrat der Karteneinheit)</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>Die Fläche, die jede Klasse an jede andere verloren hat, in Quadratmetern.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>Die Klassen. Ohne sie Gruppen ähnlicher Cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>Das Raster nachher, mit denselben Kanälen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>Das Raster vorher; sein Pixelraster gilt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>Übergänge</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>Was sich verändert hat</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>Veränderungserkennung,zwei Zeitpunkte,Differenz,Übergangsmatrix,vorher,nachher,Monitoring,multitemporal</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>Wendet ein trainiertes Modell auf ein Raster mit denselben Kanälen an: auf das, mit dem es trainiert wurde, oder ein anderes.

Das Ergebnis hat die Pixel des Rasters. Cluster 0 wird als 1 gespeichert, Cluster 1 als 2 und so weiter; 0 ist Nodata und steht genau dort, wo das Raster nicht gültig ist. Ein Cluster hat in jedem Raster des Modells dieselbe Nummer und Farbe.

SEAM_INDEX gibt an, wie viel öfter der Cluster über die Grenzen der bearbeiteten Kacheln hinweg wechselt als auf denselben Linien in ihrem Inneren: 1 heißt, dass die Grenzen nicht zu sehen sind.

Weiter mit 'Cluster nach Referenz wählen' oder 'Segmentieren' mit CLASSES wie tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>Klassen aus Clustern, für die es Wahrscheinlichkeiten geben soll.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>Vorkommende Cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>Konfidenz</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>Merkmale</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>Einen abgebrochenen Lauf fortsetzen</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>Wie eindeutig jede Wahl war: 1 minus der Abstand zum nächsten geteilt durch den zum zweitnächsten Cluster. 0 heißt unentschieden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>Wie wahrscheinlich jede Klasse der Auswahl ist, je ein Band, mit 'other' für Cluster ohne Klasse; aus den Abständen zu allen Clustern. Ihre Summe ist 1.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>Wie unähnlich jedes Pixel dem Training ist: sein Abstand zum nächsten Cluster geteilt durch den der Pixel des Trainings (quadratisches Mittel). Um 1 ist üblich; ab 2 wurde nichts dergleichen gesehen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>Bewahrt fertige Kacheln in einem versteckten Ordner neben den Clustern auf, bis diese vollständig sind. Wird ein abgebrochener oder von außen beendeter Lauf mit denselben Parametern wieder gestartet, so nimmt er sie von dort.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>Cluster kartieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>Neuheit</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>Wahrscheinlichkeiten der Klassen</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>Raster der Cluster, mit Farben und Namen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>Raster mit denselben Kanälen wie die, mit denen das Modell trainiert wurde.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>Nahtindex</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>Die normalisierten Merkmale jedes Pixels, je ein Kanal; groß.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>Schreibt den Cluster jedes Pixels eines Rasters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>unüberwacht,vorhersagen,Inferenz,anwenden,Clusteranalyse,Klassifikation,Segmentierung</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>Eine Seite, die jeder Browser öffnet.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>Clusterbericht</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>Bericht über die Cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>Zeigt, was jeder Cluster eines Modells auf einem Raster ist: sechs Ausschnitte, wo er am reinsten und eindeutigsten ist, seine Fläche, das Mittel jedes Kanals mit der Standardabweichung und die Cluster, an die er grenzt. Ein Baum zeigt, welche Cluster sich ähneln, und schlägt vor, welche zu einer Klasse zu vereinen sind; der Vorschlag passt in CLASSES von 'Segmentieren'.

Die Seite ist eine einzige Datei, die kein Netz braucht; sie lässt sich verschicken und drucken.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>Das Raster, mit dem das Modell trainiert wurde, oder ein anderes mit denselben Kanälen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>Schreibt eine Seite mit einer Karte je Cluster und zeigt, welche Cluster sich ähneln.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>Karten,Übersicht,Legende,vereinen,Dendrogramm,Vorschaubilder,Spektrum,HTML</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>Eine Seite mit den Kennzahlen jeder Klasse, ihren Konfidenzintervallen, einer Fehlerkarte und der Konfusionsmatrix.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>Gesamtgenauigkeit</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>Gebiet</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>Zu bewertendes Klassenraster oder Polygone.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>Vergleicht jedes Pixel mit Referenz: Gesamtgenauigkeit, und für jede Klasse IoU (Schnittfläche durch Vereinigungsfläche), Dice, Präzision und Trefferquote, mit ihren Mitteln über die Klassen der Referenz.

Klassen werden nach Namen zugeordnet; die eines Rasters ohne Namen nach dem Wert. Die Werte eines Rasters sind seine Klassen, sein Nodata ist ohne Angabe. Pixel außerhalb der Polygone einer Referenz zählen innerhalb von AREA als 'other', und überall, wenn es nur eine Klasse und keine AREA gibt; sonst sind sie ohne Angabe. Wo die Karte leer ist, die Referenz aber nicht, ist sie falsch.

Eine Referenz aus Punkten, oder eine, die weniger als ein Zwanzigstel der Karte abdeckt, ist eine Stichprobe. Der Bericht schätzt dann die Genauigkeit der ganzen Karte und die wahre Fläche jeder Klasse mit 95-%-Konfidenzintervallen (Olofsson et al. 2014); die Einheiten müssen zufällig gezogen sein, innerhalb jeder Klasse der Karte oder insgesamt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>Die Konfidenz der Pixel der Karte, die 'Cluster kartieren' geschrieben hat: Der Bericht zeigt dann, wie richtig die Karte ist, wenn weniger sichere Pixel aufgegeben werden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>Bewerten</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>Auswertungsbericht</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>Vergleicht ein Klassenraster oder Polygone mit einer Referenz.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>Karte</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>Mittlerer Dice</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>Mittlere IoU</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>Polygone, in denen die Referenz vollständig ist; außerhalb wird nichts verglichen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>Raster, Polygone oder Punkte mit den wahren Klassen, in einem beliebigen Koordinatenbezugssystem.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>Dasselbe als Tabelle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>Genauigkeit,Konfusionsmatrix,IoU,Dice,Präzision,Trefferquote,Validierung,Referenzdaten</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>Modell nach ONNX exportieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>ONNX-Datei</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>Zeilen und Spalten, die andere Programme auf einmal bearbeiten sollen; größer ist je Pixel schneller.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>Die zu schreibende Datei.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>Kachelgröße</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>Welche Cluster welche Klasse bilden. Ohne Angabe ist jeder Cluster eine Klasse.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>Schreibt ein Modell für ONNX Runtime und Erweiterungen wie Deepness.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>Schreibt ein trainiertes Modell als ONNX, mit allem, was andere Programme brauchen: Pixel gehen hinein, wie sie gespeichert sind, Bewertungen der Cluster kommen heraus, oder von Klassen, wenn eine Auswahl angegeben ist. Die Erweiterung Deepness findet Namen, Kachelgröße und Überlappung in der Datei.

Die Bewertung der besten Klasse ist (1 + Konfidenz) / 2, alle anderen sind 0.

'Cluster kartieren' nimmt die Datei ebenfalls und braucht dann nur ONNX Runtime.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,Deepness,bereitstellen,umwandeln,Inferenz,teilen,Netz</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>Eine Seite mit dem Mosaik vorher und nachher, Unterschieden, Faktoren und Versätzen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>Unterschied in Überlappungen nachher</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>Unterschied in Überlappungen vorher</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>Ordner der angeglichenen Blätter</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>Blätter angleichen</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>Gleicht Blätter ungleicher Farben einander an, ohne sie neu zu schreiben.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>Ein einzelnes Blatt hat nichts, woran es angeglichen werden könnte; geben Sie zwei oder mehr an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>Überlappende Blätter unterschieden sich um {before} und unterscheiden sich nun um {after}, wo sich nichts geändert hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>Blätter</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>Blätter eines Mosaiks, die an anderen Tagen oder mit anderen Kameras geflogen wurden, sind verschieden hell und kontrastreich und bekommen andere Cluster. Ein Faktor und ein Versatz für jedes Band jedes Blattes gleichen den Boden an, wo Blätter überlappen, für alle Blätter zugleich gelöst; was sich dort geändert hat, etwa Wolken, zählt nicht. Blätter ohne Überlappung werden nach dem Boden abgestimmt, der auf ihnen ähnlich ist. Der Mittelwert des Mosaiks bleibt.

Die Blätter bleiben, wie sie sind: Die Ergebnisse sind virtuelle Raster (VRT), kleine Dateien, die sie lesen. „Clusternetz trainieren“ nimmt den Ordner, „Cluster kartieren“ jedes einzelne oder alle als Stapel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>Zwei oder mehr Raster mit denselben Bändern, in beliebigem Bezugssystem und beliebiger Auflösung.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>Virtuelle Raster unter den Namen der Blätter, und harmonised.json mit ihren Faktoren und Versätzen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>Mosaik,Nähte,Farbausgleich,radiometrische Normierung,Histogrammanpassung,Faktor,Versatz,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} ist '{value}'; möglich sind {choices}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} ist {value}; es muss eine Zahl von {lowest} bis {highest} sein.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} ist {value}; es muss eine Zahl sein, mindestens {lowest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} ist eine Karte von Clustern; wählen Sie das Bild, aus dem sie gemacht wurde.</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} und {other} heißen beide {name}; geben Sie ihnen verschiedene Namen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} und {other} würden einander unter {path} überschreiben; geben Sie ihnen verschiedene Namen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} würde {other} überschreiben, das gelesen wird: Beide sind {path}; geben Sie {output} einen anderen Namen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>Ein Modell, das 'Clusternetz trainieren' geschrieben hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>Ein Modell, das 'Clusternetz trainieren' oder 'Modell nach ONNX exportieren' geschrieben hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>Zu verwendende Kanäle, der Reihe nach. Vorgabe: alle außer einem Alphakanal.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>Klassen mit rechten Winkeln</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>Clusterauswahl (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>ClusterNet-Modell (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>Konfidenz, die 'Cluster kartieren' geschrieben hat: jedes Polygon erhält das Mittel seiner Pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>Ausdehnung</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>Weitere Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>Wie weit sich ein Umriss verschieben darf, um Stützpunkte zu verlieren. Gemeinsame Umrisse verschieben sich gemeinsam, sodass weder Lücken noch Überlappungen entstehen. 0 behält die Umrisse der Pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>Wie viel Speicher die Arbeit belegen darf; weniger macht kleinere Kacheln, keine anderen Ergebnisse.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>Einfarbige Ränder behalten</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>Große reinschwarze oder reinweiße Flächen am Rand, die die Datei nicht als Nodata ausweist, werden ausgelassen, und es wird gesagt. Ja nimmt sie als Teil des Bildes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>Kleinste Konfidenz</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>Speicher (MB)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>Modell (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>Namen von Klassen, etwa Dach, deren Umrisse gerade Kanten und rechte Winkel bekommen, oder 45 Grad, wo der Umriss es zeigt. Nachbarn bleiben Nachbarn, ohne Lücken und Überlappungen; ein Polygon, das seine Pixel schlecht decken würde, behält seinen Umriss.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>ONNX-Modell (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>Zu bearbeitender Teil des Rasters, nach außen auf seine Pixel gerundet. Vorgabe: das ganze Raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>Pixel mit geringerer Konfidenz werden zur Klasse 'other'. Der Bericht von 'Bewerten' zeigt, wie viel Fläche jeder Wert übrig lässt und wie richtig diese ist. 0 behält alle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>Raster mit Höhen (DOM, DGM, Kronenhöhen), Klassen oder Werten anderer Sensoren, in beliebigem Gitter und Bezugssystem, die neben dem Bild betrachtet werden. Womit ein Modell trainiert wurde, muss auch bei seiner Anwendung angegeben werden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>Toleranz der Vereinfachung (Karteneinheiten)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>Kleinere Polygone gehen in den Nachbarn über, mit dem sie die längste Grenze teilen. 0 behält alle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>Kleinstes Polygon (Karteneinheiten zum Quadrat)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>Das Feld eines Vektorlayers, das die Klasse jeder Form nennt. Ohne Angabe sind alle Formen eine Klasse.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>Wo gerechnet wird: auto nimmt eine vorhandene Grafikkarte, sonst den Prozessor.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{}: Klassenfeld</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>Klassenraster</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>Klassenraster in Polygone</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>Zeichnet ein Polygon um jedes zusammenhängende Gebiet einer Klasse. Umrisse, die zwei Gebiete teilen, werden einmal für beide vereinfacht: weder Lücken noch Überlappungen entstehen. Der äußere Rand bleibt, wie ihn die Pixel haben. Gebiete unter der kleinsten Fläche gehen in einen Nachbarn über, statt ein Loch zu lassen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>Zeichnet Polygone um die Gebiete eines Klassenrasters, ohne Lücken und Überlappungen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>Wie oft Ecken nach dem Vereinfachen abgeschnitten werden. 0 behält sie.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>Polygone</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>Polygone mit Klasse, Fläche, Umfang, Kompaktheit, Länge, Breite, Richtung und Nachbarn: in Metern auf dem Ellipsoid, oder in Pixeln, wo das Raster kein Bezugssystem hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>Raster ganzer Zahlen; 0 oder sein festgelegtes Nodata bleibt weg.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>Glättung (Durchgänge)</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>Das Clusterraster, aus dem die Klassen gemacht sind: jedes Polygon erhält die Nummern der Cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>vektorisieren,polygonisieren,Vektor,Umriss,vereinfachen,Topologie,Flächendeckung</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>Ein Raster, das 'Cluster kartieren' geschrieben hat. Oder geben Sie ein Raster und ein Modell an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>Wählen Sie Cluster entweder durch eine Datei SELECTION oder durch Text in CLASSES, wie tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>Klassen mit ihren Clustern. Oder geben Sie Klassen als Text an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>Geben Sie entweder Cluster (CLUSTERS) an, oder ein Raster und ein Modell (INPUT und MODEL).</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE ist {:g}: Senken Sie es, wenn kein Polygon übrig ist.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>Macht aus gewählten Clustern ein Klassenraster und Polygone.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>Modell für dieses Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>Namen mit den Nummern ihrer Cluster, wie tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>Oder: Klassen als Text</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>Oder: Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>Polygone der gewählten Klassen, mit den Clustern, aus denen jedes besteht.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>Raster, dessen Cluster zuerst kartiert werden, mit dem Modell.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>Gebiete mit weniger Pixeln gehen in ihren größten Nachbarn über. 0 behält alle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>Segmentieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>Sieben (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>Die erste Klasse wird als 1 gespeichert; die Klasse 'other' kommt zuletzt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>Zwei Dinge werden gebraucht.
1. Cluster: ein Raster, das 'Cluster kartieren' geschrieben hat; oder aber ein Raster und ein Modell, dann werden sie zuerst kartiert.
2. Welche Cluster welche Klasse bilden: eine Auswahldatei; oder aber Text wie tree=3,7; roof=12,20-25, mit den Nummern der Cluster wie in der Legende (der gespeicherte Wert weniger 1).

Pixel von Clustern, die in keiner Klasse sind, werden die Klasse 'other'; die Polygone lassen sie weg. 0 ist Nodata und steht genau dort, wo das Raster nicht gültig ist.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>klassifizieren,Klassen,wählen,Cluster,vektorisieren,Polygone,extrahieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{}: ohne POLYGONS nicht verwendet.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>Ein Cluster gehört nur dann zu einer Klasse, wenn mindestens dieser Anteil seiner Pixel mit Referenz es tut.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>Ein Raster, das 'Cluster kartieren' geschrieben hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>Zufällig gewählt; der Rest wird nicht angesehen. 'Bewerten' zählt die ganze Referenz, auch diese.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>Klassen mit ihren Clustern, für 'Segmentieren'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>Klasse, Reinheit und Pixel mit Referenz jedes Clusters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>Findet anhand eines Teils der Referenz, welche Cluster welche Klasse bilden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>Gibt jedem Cluster die Klasse der meisten seiner Pixel mit Referenz, wenn genügend davon sie haben. Cluster, die zu gemischt oder ohne Referenz sind, bleiben in keiner Klasse.

Die Werte eines Rasters sind seine Klassen; sein Nodata ist ohne Angabe. Bei Polygonen nennt das Klassenfeld die Klasse. Pixel außerhalb der Polygone zählen innerhalb von AREA als 'other', und überall, wenn es nur eine Klasse und keine AREA gibt; sonst sind sie ohne Angabe.

Die Auswahl passt zu jedem Raster desselben Modells. Weiter mit 'Segmentieren'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>Für die zufällige Wahl der Referenzpixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>Polygone, in denen die Referenz vollständig ist; außerhalb wird nichts betrachtet.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>Raster oder Polygone mit wahren Klassen, in einem beliebigen Koordinatenbezugssystem.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>Cluster nach Referenz wählen</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>Anteil der Referenz, der verwendet wird</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>Kleinste Reinheit</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>Referenz,Referenzdaten,Klassen,zuordnen,Cluster zu Klassen,Trainingsdaten</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{}: Cluster {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>Klassenfeld</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>Klassen mit ihren Clustern, und wie umstrittene Cluster geteilt werden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>Cluster, die zwei Klassen beanspruchen</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>Findet anhand von Strichen auf der Karte, welche Cluster welche Klasse bilden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>Wie breit Punkte und Linien sind, wenn der Layer kein Feld 'width' hat, das es sagt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>Punkte, Linien oder Polygone, in der Reihenfolge, in der sie gemalt wurden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>Cluster nach Strichen wählen</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>Striche</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>Striche sind Punkte, Linien oder Polygone mit einem Feld, das ihre Klasse nennt: von Hand in einen beliebigen Vektorlayer gezeichnet oder aus dem ClusterNet-Fenster gespeichert. Wo sie sich kreuzen, gilt der spätere.

Ein Cluster, den Striche zweier Klassen beanspruchen, wird zwischen ihnen geteilt. Die Auswahl enthält die Regel dafür und lässt sich ohne Striche auf andere Raster desselben Modells anwenden: geben Sie sie 'Segmentieren' mit INPUT und MODEL.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>Das Feld, das die Klasse jedes Strichs nennt; Striche ohne Klasse werden ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>Das Raster, auf dem gemalt wurde.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>Breite der Striche (Karteneinheiten)</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>interaktiv,Kritzeln,Pinsel,Klassen,Trainingsgebiete,Klassifikation,Segmentierung</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>Ein Klassenraster sagt, wo Bäume stehen, nicht wie viele. Kompakte Objekte (Kronen, Autos) werden nach Flecken getrennt: nach dem Umriss der Klasse und, wo eines gegeben ist, nach dem Bild; ihre Größe wird aus den Daten gewählt. Mit Höhen ist jeder Gipfel ein Objekt. Gerade Objekte (Gebäude) werden getrennt, wo die Klasse schmal wird, und mit einem Bild entlang gerader Kanten.

Um eine Zählung zu berichtigen, bearbeiten Sie die Punkte: verschieben, ergänzen und löschen Sie sie, und rechnen Sie erneut mit ihnen als MARKERS. Dann ist jeder Punkt ein Objekt, und andere werden nicht gesucht.

Die Sicherheit eines Objekts ist 1, wenn es frei steht, und nahe 0, wenn es kaum etwas von seinem Nachbarn trennt; sie wird mit dem Mittel von CONFIDENCE multipliziert.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>Ein Punkt in der Mitte jedes Objekts, mit denselben Attributen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>Ein Polygon für jedes Objekt, mit Klasse, Fläche, Durchmesser, Höhe und Sicherheit.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>Sicherheit, die 'Cluster kartieren' geschrieben hat: unsichere Pixel trennen Objekte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>Zählt und umreißt Objekte, die sich berühren, wie Kronen, Autos oder Gebäude: je ein Polygon.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>Höhen</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>Höhen über dem Boden, auf beliebigem Pixelgitter, etwa ein Kronenhöhenmodell.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>Art der Objekte</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>Marker</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>Namen der Klassen mit Objekten, durch Kommas getrennt, etwa Baum.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>Anzahl der Objekte</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>Objekte</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>Punkte der Objekte</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>Punkte, einer in jedem Objekt, etwa berichtigte Punkte eines früheren Laufs.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>Objekte trennen</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>Kleinere Objekte gehen im Nachbarn ihrer Klasse mit der längsten gemeinsamen Grenze auf, oder entfallen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>Kleinstes Objekt (Quadrat-Karteneinheiten)</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>Das Bild desselben Orts, auf beliebigem Pixelgitter: Kronen sind in der Mitte heller.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>compact für Kronen und Autos, straight für Gebäude.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>zählen,Bäume,Kronen,Autos,Gebäude,teilen,Wasserscheide,Instanzen,berühren,einzeln,Inventar</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{}: {} Objekte</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>Wählt Cluster durch Striche und wendet die Auswahl auf das ganze Raster an. Striche sind Punkte, Linien oder Polygone mit einem Feld, das ihre Klasse nennt, von Hand gezeichnet oder aus dem ClusterNet-Fenster gespeichert.

Heben Sie die Auswahl auf: 'Segmentieren' wendet sie auf andere Raster desselben Modells an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>Klassen aus Strichen auf der Karte werden zu Klassenraster und Polygonen des ganzen Rasters.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>Cluster bekommen nur einen Namen, der mindestens so wahrscheinlich ist, von 0 bis 1. Bei 0.9 wird weniger benannt, und weniger Namen sind falsch.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>Bildet mit dem mitgelieferten Grundmodell Cluster des Rasters, benennt die, bei denen es sicher ist (building, paved, tree, low vegetation, water, bare ground: Gebäude, befestigt, Baum, niedrige Vegetation, Wasser, offener Boden), und schreibt Klassenraster und Polygone. Nichts muss trainiert, gemalt oder eingegeben werden. Wo es nicht sicher ist, wird 'other' daraus.

Die Namen sind Vorschläge: Das Protokoll sagt, wie sicher sie sind. Um sie zu verbessern, Modell und Auswahl behalten und im ClusterNet-Fenster malen, oder 'Segmentieren' andere Klassen geben.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>Erste Karte mit Namen</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>Verbindet Raster eines Koordinatenbezugssystems, etwa die Blätter einer Befliegung, zu einem virtuellen und schreibt den Cluster jedes Pixels in ein Raster. Das Netz sieht über die Blattränder hinweg, sodass sie nicht zu sehen sind. Was zwischen den Blättern liegt, ist Nodata.

Um stattdessen ein Raster je Blatt zu erhalten, führen Sie 'Cluster kartieren' als Batchprozess aus.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>Längstes Training (Minuten)</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>Macht eine Karte der Bodenbedeckung eines Rasters, das niemand beschriftet hat: Klassen mit Namen und Polygone.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>Viele Raster mit einem Modell kartieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>Kartiert die Cluster vieler Raster wie eines, ohne Nähte dazwischen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>Mehr Cluster unterscheiden Feineres und machen beim Auswählen mehr Arbeit.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>Anzahl der Cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>Teil des Rasters, der benannt und kartiert werden soll. Standardmäßig das ganze.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>Raster, das kartiert werden soll, mit Kanälen des sichtbaren Lichts.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>Raster zum Trainieren und Kartieren.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>Raster eines Koordinatenbezugssystems, mit den Kanälen, mit denen das Modell trainiert wurde.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>Kleinste Sicherheit</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>Striche zu Polygonen</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>Das Training endet rechtzeitig und lässt ein brauchbares Modell zurück. 0 heißt unbegrenzt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>Ein Raster trainieren und kartieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>Trainiert ein Modell auf einem Raster und kartiert seine Cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>Trainiert ein Netz auf dem Raster, ohne Referenzdaten, und schreibt den Cluster jedes Pixels. Behalten Sie das Modell: es kartiert andere Raster mit denselben Kanälen, und weitere Schritte fragen danach.

Weiter mit 'Bericht über die Cluster', der zeigt, was jeder Cluster ist, und 'Segmentieren', das aus den gewählten Klassen und Polygone macht.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>Modell,Arbeitsablauf,mehrere Schritte</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 Lernen</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 Kartieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 Klassen</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 Prüfen und weitergeben</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>Cluster mit Namen</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>Von jedem Cluster der Name, wie sicher er ist, der Anteil an den Pixeln und wie wahrscheinlich jede Art ist.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>Benannter Anteil</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>Benennt Cluster als Gebäude, befestigt, Baum, niedrige Vegetation, Wasser oder offener Boden, ohne Beschriftung.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>Kein Cluster hat einen Namen: Auf diesem Raster ist nichts wahrscheinlich genug. Ein kleineres MIN_CONFIDENCE versuchen, oder Cluster im Fenster durch Striche benennen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>Namen für Cluster vorschlagen</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>Das Grundmodell hat an öffentlichen Karten der Bodenbedeckung anderer Orte gelernt. Es sagt, wie wahrscheinlich jedes Pixel Gebäude, befestigt, Baum, niedrige Vegetation, Wasser oder offener Boden ist; ein Cluster bekommt den Namen, der im Mittel seiner Pixel am wahrscheinlichsten ist, wenn das wahrscheinlich genug ist. Cluster, bei denen es nicht sicher ist oder die nichts Gelerntem gleichen, bleiben ohne Klasse.

Jedes Modell ist recht: Die Namen werden in den sichtbaren Kanälen des Rasters gesucht. Sie sind Vorschläge: in 'Bericht über die Cluster' oder auf der Karte ansehen und im Fenster oder mit CLASSES ändern. In Dateien sind sie englisch.

Weiter mit 'Segmentieren' mit Raster, Modell und Auswahl.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>Bodenbedeckung,Namen,Beschriftung,automatisch,klassifizieren,Gebäude,Baum,Wasser,Straße,Vegetation</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} von {} Clustern haben einen Namen, auf {} der angesehenen Pixel; das Grundmodell ist sich im Mittel zu {} sicher, und bei Orten, die denen nicht gleichen, an denen es gelernt hat, zu sicher: Karte ansehen. Weiter mit 'Segmentieren' mit Raster, Modell und dieser Auswahl; der Rest wird 'other'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>Am rechten und unteren Rand</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>Mitte der Referenzdaten (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>Raster in Trainingskacheln schneiden</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>Schneidet ein Raster in georeferenzierte GeoTIFF-Kacheln, mit unveränderten Werten. Kacheln mit zu vielen Nodata- oder schwarzen Pixeln werden ausgelassen. Referenzdaten, als Raster oder Vektorlayer in einem beliebigen Koordinatenbezugssystem, lassen sich mitschneiden: sie kommen unter denselben Namen in den Ordner 'labels', mit den Werten ihrer Quelle; Textklassen werden ab 1 nummeriert, und die Datei legend.json dort nennt sie.

'Clusternetz trainieren' nimmt den Ordner, aber auch ganze Raster: Kacheln braucht nur, wer auswählen oder weitergeben will, womit trainiert wird.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>Schneidet ein Raster, und Referenzdaten dazu, in georeferenzierte Kacheln.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>Ordner mit Kacheln</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>Vom Anfang einer Kachel zu dem der nächsten. Weniger als die Kachelgröße lässt Kacheln überlappen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>Referenzdaten</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>Referenzdaten werden auf eine Mitte dieser Größe geschnitten, was Faltungen ohne Rand von einer Kachel übrig lassen. 0 behält alles.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>Größter leerer Anteil</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>Raster oder Polygone mit Klassen, die mitgeschnitten und wo nötig umprojiziert werden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>Zu schneidendes Raster: beliebig viele Kanäle, jeder reelle Datentyp.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>Größe einer Kachel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>Schritt nach unten (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>Schritt nach rechts (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>Die Umrisse der Kacheln, mit ihren Dateinamen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>Kachelhöhe (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>Kachelindex</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>Kachelbreite (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>Kacheln heißen nach ihrer ersten Zeile und Spalte im Raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>Ausgelassene Kacheln</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>Kacheln mit einem größeren Anteil an Nodata- oder schwarzen Pixeln (0 in allen Kanälen) werden ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>Geschriebene Kacheln</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift: die letzte Kachel rückt nach innen und überlappt ihre Nachbarin. pad: sie reicht darüber hinaus, mit Nodata gefüllt. drop: sie wird ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>Kachel,Ausschnitt,schneiden,teilen,Training,Schrittweite,Referenzdaten,Deep Learning</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>{} Kacheln geschrieben, {} ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>Ein Ordner mit GeoTIFF-Kacheln, wie ihn „Raster in Trainingskacheln schneiden“ schreibt, oder mit virtuellen Rastern, wie ihn „Blätter angleichen“ schreibt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>Eine Seite mit dem Verlauf des Trainings, den Größen der Cluster und den Einstellungen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>Eine eigene ONNX-Datei, die Merkmale eines Bildes liefert: das Netz encoder, oder der Lehrer von light, das dann dessen Merkmale auf diesen Rastern lernt und um ein Vielfaches schneller kartiert.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>Kanalnummern der Reihe nach, wie 1,2,3. Vorgabe: alle außer einem Alphakanal.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>Stapelgröße (Ausschnitte)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>Kanäle seiner ersten Ebene: 64 in der Veröffentlichung, und langsam ohne Grafikkarte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>Encoder</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>Epochen zwischen Gruppierungen</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>Durchlaufene Epochen</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>Erste Stufe</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>Für Indizes, wo das Raster sie nicht nennt: red=1; green=2; blue=3; nir=4.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>Geben Sie entweder Raster (INPUT) oder einen Ordner mit Kacheln (FOLDER) an, nicht beides.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>Wie lange Pseudolabels des Gelernten gelten, bevor neu gruppiert wird. Die des Netzes light kommen aus dem, was es von Anfang an weiß, und bleiben.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>Wie oft aus allen Ausschnitten gelernt wird. 0 gruppiert nur die Merkmale des Netzes, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>Wie viel Blöcke von Merkmalen nebeneinander zählen, etwa heights=0.5; texture=0. Standardmäßig hat das Netz 1, weitere Belege so viel, wie ihre Struktur wert ist; Konstanten und Rauschen haben 0.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>Indizes</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>Eingangsfilter</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>Seine Gewichte, Normalisierung, Cluster und Geschichte werden fortgesetzt; die Nummern der Cluster behalten ihre Bedeutung.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>Referenzdaten, gegen die nach jeder Epoche Kennzahlen berichtet werden. Am Training nehmen sie nicht teil.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>Lernrate</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>Lernt ohne Referenzdaten Merkmale, nach denen die Pixel eines Rasters in Cluster fallen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>Verlust der letzten Epoche</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>Fortzusetzendes Modell</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>Als Nächstes: 'Cluster kartieren' wendet das Modell {} an; im ClusterNet-Bedienfeld steht es unter Modell.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>Anzahl der Cluster: mehrere für jede gesuchte Klasse. In der Veröffentlichung sind es 100.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>Für alle Zufälligkeit: derselbe Startwert ergibt dasselbe Modell.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>Größe eines Ausschnitts (Pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>Ausschnitte je Schritt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>Polygone, in denen gelernt wird. Vorgabe: überall.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>Raster zum Lernen, alle mit denselben Kanälen. Oder geben Sie einen Ordner mit Kacheln an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>Rollen der Kanäle</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>Zeilen und Spalten eines Trainingsausschnitts.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>Spektrale Indizes, die neben den Kanälen betrachtet werden: ndvi, ndwi, exg, vari, nbr. Welcher Kanal Rot ist und so weiter, geht aus Namen, Farben oder Wellenlängen hervor, wird vor dem Training gesagt und kann angegeben werden.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>Schrittweite des Optimierers, die zum Ende fast auf null fällt. 0 nimmt die eigene des Netzes.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>Der Ordner {} enthält kein GeoTIFF; schneiden Sie zuerst Kacheln hinein, oder wählen Sie einen anderen.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>Das Modell ist eine temporäre Datei, die mit QGIS verschwindet. Um es zu behalten, kopieren Sie {} in einen anderen Ordner.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>Das trainierte Modell: Netz, Normalisierung und Cluster in einer Datei.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>Zeitbudget (Minuten)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>Clusternetz trainieren</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>Das Training endet mit den bis dahin gelernten Clustern. 0 heißt unbegrenzt.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>Trainingsbericht</translation>
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
   <translation>Trainiert ein Netz auf Ihren eigenen Rastern, ohne Referenzdaten. Das Netz gibt jedem Pixel einen Merkmalsvektor; k-Means gruppiert die Vektoren; die Gruppen sind Pseudolabels, mit denen das Netz trainiert; und von vorn (ClusterNet: Girard, Zhygallo, Tarabalka 2019).

Geben Sie Raster an, oder einen Ordner mit Kacheln. Das Modell wird nach jeder Epoche geschrieben: ein abgebrochener oder von außen beendeter Lauf lässt das der letzten ganzen Epoche zurück und geht von dort weiter, wenn er mit demselben Modellnamen und denselben Parametern wieder gestartet wird. INITIAL_MODEL setzt jedes beliebige Modell fort.

Weiter mit 'Cluster kartieren', das das Modell auf dieses oder andere Raster anwendet.

Netze:
light: weiß von Anfang an viel, mit halber Auflösung; das schnellste und beste
unet_same: U-Net aus Zufallsgewichten, größenerhaltend, mit Batch-Normalisierung
unet: U-Net der Veröffentlichung, Faltungen ohne Rand; langsam
vgg16: VGG16 bis zum dritten Block, die ersten zwei eingefroren; braucht Gewichte, die torchvision herunterlädt, und ist langsam
pixels: die Bänder selbst, für Einbettungen (Embeddings), Spektren und Indizes; nichts zu trainieren
encoder: Ihr eigenes Netz als ONNX-Datei (ENCODER), wie es ist; nichts wird trainiert</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>Gewichte der Blöcke</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>Welches Netz trainiert wird; sie sind nebenan beschrieben.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>Breite eines U-Net</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting: zuerst lernen, die leere Mitte von Ausschnitten zu füllen, noch einmal so viele Epochen lang.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel: dem Netz Gradienten statt Farben zeigen, wie es DeepCluster tut.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>unüberwacht,selbstüberwacht,Segmentierung,Klassifikation,Clusteranalyse,k-Means,Deep Learning,U-Net,Merkmale</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDS ist '{}'; geben Sie Kanalnummern wie 1,2,3 an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} ist ein Ordner; geben Sie den Namen einer Datei an.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>Eine Zeile für jede Klasse in jeder Zone, mit Hektar.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>Ein Pixel, das die Grenze einer Zone schneidet, zählt mit seinem genauen Anteil in der Zone. Zonen dürfen sich überlappen, kleiner als ein Pixel sein, über das Raster hinausreichen und jedes Bezugssystem haben. Flächen stehen in Quadratmetern auf dem Ellipsoid, oder in Pixeln, wo das Raster kein Bezugssystem hat.

Eine Karte hat Fehler, und damit auch die Flächen, die auf ihr gezählt werden. Mit einer Stichprobe wahrer Klassen, zufällig auf der ganzen Karte gezogen, werden sie danach berichtigt, wie oft jede Klasse der Karte in Wirklichkeit eine andere ist (Olofsson et al. 2014). 95-%-Konfidenzintervalle stammen aus einem Bootstrap von Blöcken der Karte und brauchen Labels in zehn ihrer hundert Blöcke. Sie setzen voraus, dass die Karte in einer Zone so irrt wie anderswo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>Flächen nach Zonen</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>Misst die Fläche jeder Klasse eines Klassenrasters in jeder Zone, etwa in Gemeinden oder Flurstücken.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>Punkte, Polygone oder ein Raster mit den wahren Klassen an Orten, die zufällig auf der ganzen Karte gezogen sind, nicht nur in den Zonen; dann werden Flächen berichtigt und haben Intervalle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>Polygone, von denen jedes eine eigene Zone ist.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>Stichprobe wahrer Klassen</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>Das Feld, das jede Zone benennt. Ohne es werden sie nummeriert.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>Die Zonen mit Fläche und Anteil jeder Klasse, und wie viel einer Zone eine Klasse hat.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>Zonen</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>Zonen: Namensfeld</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>Zonenstatistik,zonales Histogramm,Fläche,Hektar,Gemeinde,Flurstück,Anteil,Schätzung,Konfidenzintervall</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>Eine heruntergeladene Datei ist nicht die, mit der die Erweiterung geprüft wurde.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>Eine Datei wird von einem anderen Programm benutzt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>Eine Bibliothek von PyTorch lässt sich nicht laden, wie es ohne die Visual-C++-Laufzeit von Microsoft vorkommt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>Ein Paket wird gebraucht, das die Liste der Erweiterung nicht nennt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>Ein Pfad ist länger geworden, als das System erlaubt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>Fügen Sie das Zertifikat Ihrer Organisation unter Einstellungen, Optionen, Authentifizierung hinzu, und installieren Sie noch einmal; oder installieren Sie aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>Erlauben Sie lange Pfade in Windows, oder wählen Sie für die Umgebung einen kurzen Ordner.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>Erlauben Sie den Ordner der Umgebung im Virenscanner, oder bitten Sie die Administration darum, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>Fragen Sie die Administration nach der Adresse der Pakete Ihrer Organisation, oder installieren Sie aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>Unter {folder} werden Pfade länger als die {longest} Zeichen, die Windows erlaubt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>Prüfen Sie den Proxy unter Einstellungen, Optionen, Netzwerk, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>Wählen Sie einen anderen Ordner; das Handbuch sagt, wie man einen füllt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>Schließen Sie andere Programme, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>Schließen Sie andere Fenster von QGIS und alles, was sonst in der Umgebung läuft, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Verbinden Sie sich mit dem Netz, prüfen Sie den Proxy unter Einstellungen, Optionen, Netzwerk, oder installieren Sie aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>Kopieren Sie das Protokoll, und melden Sie es dort, wo Fehler der Erweiterung gemeldet werden.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>Geben Sie sie unter Einstellungen, Optionen, Netzwerk ein, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>Schaffen Sie Platz auf dem Laufwerk mit der Umgebung, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>Schaffen Sie Platz, oder legen Sie den Ordner der Umgebung auf ein anderes Laufwerk.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>Geben Sie sich dort das Recht zu schreiben, oder wählen Sie einen anderen Ordner für die Umgebung.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>Installieren Sie noch einmal; kommt es wieder vor, ändert etwas zwischen Ihnen und dem Server Dateien: installieren Sie dann aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>Installieren Sie noch einmal; oder installieren Sie aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>Installieren Sie es mit Administrationsrechten: sudo apt install python3-venv; danach noch einmal installieren.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>Installieren Sie das Visual C++ Redistributable (x64, 2015-2022) von Microsoft, starten Sie Windows neu, und reparieren Sie.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>Nennen Sie ein Python mit GDAL in der Einstellung clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>Nennen Sie in der Einstellung clusternet/python ein anderes Python mit den Paketen und GDAL, etwa eines von conda.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>Installieren Sie auf Apple Silicon das dafür gemachte QGIS; auf einem Intel-Mac trainieren Sie anderswo und segmentieren hier mit den Karten.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>Auf macOS darf das Python von QGIS keine Pakete laden, die nicht der Hersteller von QGIS signiert hat.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>Drücken Sie Reparieren; bleibt es dabei, entfernen Sie das numpy, das mit pip für Sie allein installiert wurde: pip uninstall numpy.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>Von dem Laufwerk mit der Umgebung dürfen keine Programme laufen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>Für Macs mit Intel-Prozessor, und für ein dafür gemachtes QGIS, hat PyTorch keine Pakete.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>Für den Prozessor dieses Rechners ({machine}) hat PyTorch keine Pakete.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>Das eigene Python von QGIS wurde nicht gefunden.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>Reparieren Sie die Installation von QGIS (auf Debian: sudo apt install python3-gdal), oder nennen Sie in der Einstellung clusternet/python ein anderes Python mit den Paketen und GDAL.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Reparieren Sie die Installation von QGIS, oder installieren Sie das Programm uv, das benutzt wird, wo es gefunden wird.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>Segmentieren, Polygone und Bewertung gehen hier trotzdem; trainieren und kartieren Sie auf einem anderen Rechner.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>Legen Sie den Ordner der Umgebung auf ein beschreibbares Laufwerk.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>Legen Sie den Ordner der Umgebung auf ein Laufwerk, das nicht mit noexec eingehängt ist.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>Dem Python von QGIS fehlt pip.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>Das Python von QGIS findet GDAL außerhalb von QGIS nicht.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>Die Verbindung ist beim Herunterladen abgebrochen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>Das Laufwerk ist voll.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>Das Laufwerk mit der Umgebung ist schreibgeschützt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>In den Ordner der Umgebung darf nicht geschrieben werden.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>Im Ordner {folder} sind keine Pakete (Dateien, die auf .whl enden).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>Die Installation ist aus einem unbekannten Grund misslungen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>Der Speicher ist ausgegangen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>Das Netz ist zu langsam, oder etwas zwischen hier und dem Server verschluckt den Verkehr.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>Das pip im Python von QGIS ist zu alt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>Der Proxy verlangt einen Namen und ein Passwort.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>Der Proxy antwortet nicht.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>Der Server der Pakete ist nicht zu erreichen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>Der Server der Pakete hat selbst ein Problem.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>Der Server gibt diesem Netz oder dieser Person keine Pakete.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>Dem Zertifikat des Servers wird nicht vertraut, wie es vorkommt, wenn eine Firewall in verschlüsselten Verkehr hineinsieht.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>Die C-Bibliothek des Systems ist zu alt für PyTorch.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>Dem Python des Systems fehlt, was Umgebungen baut.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>Der Virenscanner hat eine Datei aufgehalten oder entfernt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>Für diese Version von Python, oder für diesen Rechner, gibt es keine Pakete.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>Diesem Prozessor fehlen Befehle, die PyTorch oder FAISS braucht.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>Trainieren und kartieren Sie auf einem anderen Rechner, und segmentieren Sie hier mit den Karten.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>Versuchen Sie es in einigen Minuten wieder.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Versuchen Sie es in einem besseren Netz, prüfen Sie den Proxy unter Einstellungen, Optionen, Netzwerk, oder installieren Sie aus einem Ordner mit Paketen.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>Zwei Versionen von numpy sind durcheinander geraten.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Aktualisieren Sie QGIS, oder installieren Sie das Programm uv, das benutzt wird, wo es gefunden wird.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>Aktualisieren Sie QGIS, das ein neueres Python mitbringt; ein Ordner mit Paketen muss mit derselben Version und demselben System gefüllt sein.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>Aktualisieren Sie die Erweiterung, und installieren Sie noch einmal.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>Aktualisieren Sie das System: eine Distribution von 2019 oder neuer genügt.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>Bei {folder} werden {needed} MB gebraucht, und {free} MB sind frei.</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>Tabelle kopieren</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>Hektar</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} hat {polygons} Polygone in {classes} Klassen.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>Klasse hinzufügen</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>Wählen Sie die Klasse zum Malen, hier oder mit ihrer Taste auf der Karte. Ein Doppelklick auf Name oder Farbe ändert sie; die rechte Maustaste bietet mehr.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>Farbe der gewählten Klasse</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>Farbe von {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>Farbe ...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>Jede Klasse braucht einen eigenen Namen; '{}' ist leer oder vergeben.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>Ihre Striche löschen</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>Malen Sie damit über das, was zu keiner Klasse gehört, wo eine Klasse sich zu weit ausbreitet.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>Klasse entfernen</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>Gewählte Klasse und ihre Striche entfernen</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>Klasse {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>sonstiges (keine)</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>Wie weit Umrisse sich bewegen dürfen, um ihre Stufen zu verlieren: zunächst anderthalb Pixel. 0 behält die Pixel.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>Nur was im Bild ist</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>Kleinere Polygone und Flecken des Klassenrasters gehen in einem Nachbarn auf. Zunächst die Fläche des Pinsels.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>Kleinste Fläche</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>Glättung</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>Wie die Striche sagen</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>Cluster {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>Cluster erscheinen hier, wenn die Vorschau berechnet ist.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>Farbe des Clusters</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>Die gewählten Cluster als einen zählen</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>Keine Klasse</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>In Klasse legen</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>Die gewählten Cluster von Hand in eine Klasse legen.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>Umbenennen (oder Doppelklick auf den Namen)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>Vereinte Cluster wieder trennen</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>Hier ist kein Cluster.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>Dieser Cluster ist nicht in Sicht; zoomen Sie zuerst heraus.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>Haken Sie einen Cluster an, um ihn ohne Malen in '{}' zu legen.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>Welcher Cluster ist hier? Ein Klick auf die Karte wählt ihn.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>Dorthin zoomen, wo der Cluster ist</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>other (sonstiges)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0,1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>Ein Vorschlag: anklicken, um den Cluster in '{}' zu legen.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>Cluster, die sich ähnlich sehen. Ein Klick zeigt sie oder klappt sie zu; das Häkchen gilt für alle.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>Klasse von Hand gegeben.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>Klasse durch Ihre Striche gegeben.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>In keiner Klasse. Haken Sie ihn an, um ihn in die Klasse zu legen, die Sie malen.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>Anteil am Sichtbaren.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>{} ähnliche</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>Veränderungen</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>Wählen Sie zuerst ein Raster.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>Vergleichen mit...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>Ziehen Sie die Linie. X, gehalten, vertauscht, C verbirgt Veränderungen, Esc beendet.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>Vergleich beenden</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>Veränderungen finden...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>Nichts</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>Den Algorithmus Was sich verändert hat mit beiden Rastern und dem Modell öffnen.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>Ein anderes Raster auf der Karte neben diesem sehen und finden, was sich verändert hat.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>Die Datei dieses Layers wird nicht gefunden.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>Im Projekt gibt es kein anderes Raster; fügen Sie das hinzu, mit dem verglichen werden soll.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>Ein Python mit PyTorch ist noch nicht installiert.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>Wählen Sie Malen und ziehen Sie einen Strich über das, was Sie suchen.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>Wählen Sie zuerst ein Raster.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>Installieren ...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>Malen</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>Bereit.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>Python startet ...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>Das ist gescheitert; die Meldung über der Karte sagt, warum.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{}: {} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;Nicht bereit.&lt;/b&gt; Kein Python wurde gefunden.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;Nicht bereit.&lt;/b&gt; {python} läuft nicht.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;Nicht bereit.&lt;/b&gt; {python} fehlt {missing}.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;Bereit.&lt;/b&gt; Training und Kartierung laufen auf {python} ({versions}).</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>Ein Ordner mit .whl-Dateien, für Rechner ohne Netz. Das Handbuch sagt, wie man ihn füllt.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>Abgebrochen; nichts wurde installiert.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet: Python-Umgebung</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>Rechnen auf</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>Protokoll kopieren</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>Aus dem Netz; oder wählen Sie einen Ordner mit Paketen</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>Installieren</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>Installiert. Training und Kartierung können beginnen.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>Es steht in der Einstellung clusternet/python, die beim Installieren geleert wird.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>Python wird gesucht...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>NVIDIA-Grafikkarte (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>Pakete</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>Prozessor</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>Prozessor und Apple-Grafik (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>Entfernt.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>Reparieren</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>Das ist ein Fehler der Erweiterung; kopieren Sie das Protokoll, und melden Sie ihn.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>Training und Kartierung laufen neben QGIS, in einem Python mit PyTorch, FAISS, SciPy und ONNX Runtime. Cluster wählen, Segmentieren, Polygone und Bewertung gehen ohne.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>Was da ist, gehört zu einer anderen Version der Erweiterung.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>Wo die Umgebung liegt: außerhalb der Erweiterung und außerhalb des Profils von QGIS.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>{button} lädt etwa {download} MB von PyPI und PyTorch nach {folder} herunter, wo sie etwa {disk} MB belegen. Das Python von QGIS bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>{button} legt die Pakete aus diesem Ordner in {folder}, etwa {disk} MB. Nichts wird heruntergeladen, und das Python von QGIS bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>{} MB sind dort frei.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>PyTorch und FAISS werden installiert</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>Python wird gesucht</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>PyTorch und FAISS werden entfernt</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>Klasse 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>Vorschau wird berechnet</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>Lernen aus den Strichen</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>Raster und Modell werden geöffnet</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>Auswahl wird gespeichert</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>Ein anderes Raster oder Modell wurde gewählt, bevor die Auswahl gespeichert war; segmentieren Sie das Raster erneut.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>Epoche {} von {}: Verlust {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>Verlust nach jeder Epoche: wie schlecht das Netz die Pseudolabels noch unterscheidet.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>Warten auf die erste Epoche</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>Radieren</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>Alle Striche löschen; Rückgängig bringt sie wieder</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>Radiert Striche oder Teile davon auf der Karte.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>Hier weitermalen: Ein Ring zeigt, wo der nächste Strich am meisten sagt (N auf der Karte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>Malt auf der Karte Striche der gewählten Klasse. Tasten dort: 1 bis 9 wählen die Klasse, 0 'sonstiges', [ und ] die Größe, Esc verwirft einen Strich, die Leertaste verschiebt, Umschalt und Ziehen zoomt.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>Wiederholen (Strg+Umschalt+Z auf der Karte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>Rückgängig (Strg+Z auf der Karte)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>Breite von Pinsel und Radierer am Boden; [ und ] auf der Karte ändern sie.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>Klassen: was Ihre Striche aus dem machen, was im Bild ist. Cluster: die Gruppen, die ohne Sie gefunden wurden; ein Klick auf die Karte, oder Umschalt und ein Klick beim Malen, wählt einen. Konfidenz: rot ist, was Ihre Striche offen lassen. H auf der Karte, gehalten, blendet alles aus.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>Wie viel von der Karte die Vorschau verdeckt.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>Anzeigen</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>Striche zeigen</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>Was das Projekt von ClusterNet behält, ist nicht lesbar ({}); beginnen Sie neu.</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>Raster wählen</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{} (nicht gefunden)</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{} (nur Bilder)</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>Die Striche eines Layers hinzufügen: Linien oder Punkte mit einem Feld 'class'.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>Wendet im Hintergrund auf das Raster an, was Sie gemalt haben: Ein Raster und Polygone kommen hinzu.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>Striche laden</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>Striche laden...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>Striche speichern</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>Striche speichern...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>Die Striche als Layer speichern, um sie weiterzugeben oder ohne Karte zu wiederholen.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>Segmentieren ...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>Das Raster ist nicht im Bild; zoomen Sie darauf, oder segmentieren Sie alles.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>Die Striche sind in {} gespeichert.</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>{} wird gespeichert</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>Das Segmentieren ist fehlgeschlagen; siehe das Protokoll.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>Das Segmentieren wurde abgebrochen; nichts wurde geschrieben.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>{} wird segmentiert</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>Das Raster ist segmentiert: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{} (Klassen)</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{} (Polygone)</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>Nichts im Bild verlangt einen Strich; sehen Sie an einer anderen Stelle nach.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>Die Datei für {}, {}, ist verschwunden. Wählen Sie eine andere; Ihre Striche bleiben.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>Der Layer zeigt jetzt eine andere Datei; die Striche von {} bleiben bei jener.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>Das Raster oder das Modell hat sich auf der Platte geändert und wird neu gelesen.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>Das Raster wurde gewechselt oder entfernt, während der Dialog offen war; es wurde nichts getan.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>Das Raster {} wurde entfernt. Seine Striche bleiben: fügen Sie es wieder hinzu, um weiterzumachen.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} Er wird neu gestartet; kein Strich geht verloren.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>Grundmodell</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>Datei wählen...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>Das zu segmentierende Raster. Striche werden für jedes Raster behalten.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>Ein Modell auf diesem Raster trainieren, im Hintergrund und ohne Referenzdaten.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>Trainieren...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>Was die Cluster findet. Das Grundmodell arbeitet sofort; eines, das auf Ihrem Raster trainiert wurde, kann besser sein.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>Die Striche können nicht in {} geschrieben werden: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} lässt sich nicht als Vektorlayer öffnen; wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} hat kein Feld 'class', das die Klasse jedes Strichs nennt; seine Felder sind {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} enthält keine Linien oder Punkte mit einer Klasse; wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>Nach Clustern suchen, die Gebäude, befestigt, Bäume, niedrige Vegetation, Wasser oder offener Boden sind.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>Alle Cluster ohne Klasse in die vorgeschlagenen Klassen legen.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>Suche beenden</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>Namen vorschlagen</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>Alle übernehmen</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>Suche nach Namen auf {}</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>Kein Cluster gleicht etwas, das einen Namen hat; stattdessen malen.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>Für {} von {} Clustern gibt es einen Namen: in der Liste anklicken, um ihn zu übernehmen, oder alle übernehmen.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> min</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>Ein Netz betrachtet das Raster, ohne Referenzdaten, und lernt, welche Pixel sich ähneln. Sie können währenddessen weiterarbeiten. Das Modell wird nach jeder Epoche gespeichert, sodass früheres Beenden wenig kostet.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>In wie viele Gruppen die Pixel fallen; mehr unterscheiden Feineres.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>Wie oft das ganze Raster durchgegangen wird.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>Auf {} trainieren</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>Training beenden</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>noch etwa {} min</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>noch etwa {} s</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>Ein Modell wird auf {} trainiert</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>Das Training ist fertig; {} wird ab jetzt verwendet.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>Das Training wurde abgebrochen, bevor die erste Epoche fertig war.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>Das Training wurde abgebrochen; {} ist das Modell nach Epoche {} und kann gewählt werden.</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>offener Boden</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>Gebäude</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>niedrige Vegetation</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>befestigt</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>Baum</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>Wasser</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>Die Werte des Layers '{name}' können nicht kopiert werden (Code {code}); exportieren Sie ihn zuerst als GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>Der Layer '{name}' kommt von '{source}', das Bilder und keine Werte liefert; exportieren Sie ihn zuerst als GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>Alle Raster müssen gleich viele Bänder haben ({}); wählen Sie sie mit BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>Alle Blätter müssen gleich viele Bänder haben ({}); wählen Sie andere.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>Ein Encoder braucht onnx und onnxruntime, die das Python unter {} nicht laden kann ({}). Installieren Sie sie dort mit pip, oder wählen Sie in den Einstellungen ein anderes Python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE und AFTER sind dasselbe Raster, {}; wählen Sie zwei Zeitpunkte eines Ortes.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSES hat '{}', wo eine Klasse wie tree=3,7 stehen sollte.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES nennt keine Klasse; geben Sie Namen wie Baum an, durch Kommas getrennt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>Das Raster {} kann nicht gelesen werden: {}. Prüfen Sie, ob die Datei da ist und ein Raster ist.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>In den Ordner {} kann nicht geschrieben werden: {}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>{} kann nicht geschrieben werden: {}. Prüfen Sie den freien Speicherplatz, und ob ein anderes Programm die Datei offen hat.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>{} kann nicht geschrieben werden: {}. Prüfen Sie den freien Speicherplatz und Ihre Rechte an dem Ordner.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>Cluster von {} x {} Pixeln in {} Kacheln</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>Epoche {} von {}: Verlust {}, {} der Pixel haben den Cluster gewechselt</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>{} Ausschnitte von {} x {} Pixeln werden angesehen</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>Suche nach Bodenbedeckung in {} Teilen des Rasters</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS hat keine Punkte; geben Sie Punkte an, die auf Objekten liegen, oder lassen Sie es weg.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>Kein Cluster gehört zu einer Klasse: keiner ist mindestens {} eine von {} (der reinste ist {} ein Wert); senken Sie MIN_PURITY oder trainieren Sie mit mehr Clustern.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>Kein Label von SAMPLE liegt auf einer Klasse der Karte; wählen Sie eine Stichprobe, die sie überlappt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>Kein Pixel mit Referenz liegt auf den Clustern (FRACTION {}); nehmen Sie einen größeren Anteil, oder eine Referenz, die das Raster überlappt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>Kein Objekt erreicht die Mindestfläche, oder das Raster hat kein Pixel von CLASSES; der Layer ist leer.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>Kein Pixel ist zu beiden Zeitpunkten gültig; geben Sie zwei Raster eines Ortes oder eine andere EXTENT an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>Kein Gebiet erreicht die kleinste Fläche, oder das Raster hat keine Klasse; der Layer ist leer.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>Keine Form von {} überlappt das Raster; wählen Sie einen Layer, der es abdeckt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>Kein Strich liegt auf einem gültigen Pixel des Rasters; malen Sie auf das Raster, oder prüfen Sie die Layer.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>Kein Strich von {} liegt auf dem Raster; wählen Sie einen Layer, der es abdeckt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>Keiner der {} Punkte von MARKERS liegt auf einem Pixel von CLASSES; geben Sie Punkte an, die auf Objekten liegen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>Nichts wurde trainiert: die Cluster sind die des Netzes, wie es kam.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>Eine Epoche wurde trainiert; {} % der Pixel haben darin den Cluster gewechselt. Mehr können es besser machen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES braucht die Klassen: geben Sie SELECTION an, die 'Cluster nach Referenz wählen' oder das Bedienfeld schreibt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE ist das Klassenraster selbst, {}; geben Sie wahre Klassen von Orten an, die darauf zufällig gezogen wurden.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>Dem Python in {} fehlt: {}. Erweiterungen &gt; ClusterNet &gt; Python-Umgebung installiert es; oder führen Sie aus: "{}" -m pip install -r "{}"; oder nennen Sie ein anderes in der Einstellung clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>Die Flächen sind auf einer Karte mit Fehlern gezählt, ohne Intervalle: Eine Stichprobe wahrer Klassen (SAMPLE) berichtigt sie.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>Die Klasse '{}' nennt den Cluster {}; es gibt die Cluster 0 bis {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>Der Encoder {} nimmt {} Bänder{}, und das Raster gibt {} ({}); wählen Sie {} mit BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>Die Ausdehnung überlappt das Raster nicht; wählen Sie eine innerhalb davon.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>Karte und Referenz haben kein Pixel gemeinsam; wählen Sie eine Referenz, die die Karte überlappt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>Das Modell hat aus Embeddings ({}) gelernt, und {} scheint keine zu enthalten.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>Das Modell braucht seinen Encoder {}, der nicht da ist oder sich seither geändert hat; legen Sie die Datei {} (SHA-256 {}...) zurück.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>Das Modell sieht Höhen oder Indizes neben dem Bild, womit zwei Zeitpunkte nicht verglichen werden können; trainieren Sie eines ohne EXTRA und INDICES.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>Das Modell wurde auf {} Bändern trainiert ({}); {} gibt {}. Wählen Sie dieselben Bänder mit BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>Das Modell wurde mit {} neben dem Bild trainiert ({}), und {} gilt als {}: geben Sie mit EXTRA das zu diesem Raster gehörende an, oder benennen Sie die Datei nach dem, was sie ist, etwa {}.tif.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>Das Modell wurde mit {} neben dem Bild trainiert ({}), was das Bedienfeld nicht entgegennehmen kann: Malen Sie in einen Layer und verwenden Sie 'Cluster nach Strichen wählen' mit EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>Das Modell wurde mit {} neben dem Bild trainiert ({}): geben Sie mit EXTRA das zu diesem Raster gehörende an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>Das Netz „encoder“ ist eine Datei von Ihnen; geben Sie sie mit ENCODER an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>Das Netz „{}“ hat nichts zu lernen: Seine Merkmale werden geclustert, wie sie sind.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>Das Raster hat weniger als drei Kanäle: Die Landbedeckung wird aus Grau geschätzt und ist weniger sicher.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>Das Raster hat keine Klasse {}; seine Klassen sind {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>Das Raster hat kein Bezugssystem; Flächen und Durchmesser von Objekten sind in Pixeln.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>Das Raster hat kein Bezugssystem; Flächen stehen in Pixeln.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>Das Raster hat kein gültiges Pixel: jedes ist Nodata, maskiert oder NaN. Wählen Sie ein anderes.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>Das Raster hat kein gültiges Pixel: jedes ist Nodata, maskiert oder NaN. Wählen Sie ein anderes Raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>Die Raster haben höchstens {} Pixel auf einer Seite: die Ausschnitte werden {} x {} groß.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>Die Referenz hat auf dem Raster kein Pixel mit Klasse; wählen Sie eine, die es überlappt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>Der zweite Zeitpunkt liegt {} Pixel tiefer und {} weiter rechts: Er wird zurückgeschoben</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>Die Auswahl wurde für das Modell {} gemacht, die Cluster kommen von {}; wählen Sie auf diesen Clustern neu.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>Die Striche der Auswahl liegen auf einem anderen Raster; angewandt wird, was aus ihnen gelernt wurde.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>Das Zeitbudget von {} Minuten ist nach Epoche {} aufgebraucht.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>Das Training wurde nicht besser: der Verlust ging von {} auf {}. Versuchen Sie eine kleinere Lernrate oder vielfältigere Raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>Das Training wird besser: der Verlust fiel von {} auf {}, und {} % der Pixel haben in der letzten Epoche noch den Cluster gewechselt. Mehr Epochen können es besser machen: geben Sie das Modell als dasjenige an, das fortgesetzt wird.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>Das Training ging gut: der Verlust fiel von {} auf {}, und nur {} % der Pixel haben in der letzten Epoche den Cluster gewechselt. Mehr Epochen würden wenig ändern.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>Die beiden Zeitpunkte haben keine gemeinsamen Kanten, die eine Verschiebung verraten würden; keine wird herausgerechnet.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>Die Werte von {} und {} unterscheiden sich um das {}-fache oder mehr, wie bei ungleichen Typen oder Einheiten; bringen Sie alle Blätter auf einen Typ, etwa Float32, mit 'Umwandeln' oder dem Rasterrechner.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>Es gibt {} gültige Pixel{}, weniger als die {} verlangten Cluster; verlangen Sie höchstens {} oder geben Sie ein größeres Raster an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>Es gibt keinen Encoder {}; wählen Sie mit ENCODER eine ONNX-Datei.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>Es gibt keine Modelldatei {}; wählen Sie eine, die 'Clusternetz trainieren' geschrieben hat.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>Es gibt kein gültiges Pixel zum Trainieren: alle sind Nodata, maskiert, NaN oder außerhalb von AREA. Wählen Sie andere Raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>Es gibt kein funktionierendes Python in {}; installieren Sie eines mit Erweiterungen &gt; ClusterNet &gt; Python-Umgebung, oder nennen Sie eines in der Einstellung clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>Dies sind Embeddings verschiedener Versionen, deren Zahlen nicht dasselbe bedeuten ({}): Die Cluster werden den Dateien folgen. Nehmen Sie alle von einer Version.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>Was die Blätter angleicht, würde {} von {} an den Enden seines Typs, {} bis {}, abschneiden: bringen Sie alle Blätter auf einen Typ, etwa Float32, mit 'Umwandeln'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>noch etwa {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) überlappt das Raster nicht; geben Sie die Konfidenz dieser Karte an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{} (EXTRA) überlappt das Raster nicht; geben Sie eines an, das es abdeckt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} überlappt das Raster des ersten Zeitpunkts nicht; geben Sie eines an, das es abdeckt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} hat kein Feld '{}'; die Felder sind: {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} hat kein Polygon; wählen Sie einen Polygonlayer als Zonen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} hat kein oder fast kein gültiges Pixel: Es bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} hat keinen Wert auf den {} Pixeln von CLASSES; geben Sie eines an, das sie abdeckt, oder lassen Sie es weg.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} hat überall einen Wert: Seine Helligkeit wird abgestimmt, kein Kontrast.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} hat die Bänder von AlphaEarth und Bytes, aber ihre Vektoren haben nicht die Länge eins: Sie wurden neu abgetastet, skaliert oder beschnitten und werden als einfache Bänder genommen. Holen Sie die Datei neu, und verzerren Sie sie nur mit nächstem Nachbarn.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} hat {} Bänder, ein Klassenraster hat eines; wählen Sie ein Klassenraster, wie 'Segmentieren' es schreibt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} hat {} Bänder; Band {} wurde verlangt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} enthält Embeddings von {} als Bytes: Sie werden als Vektoren der Länge eins gelesen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} enthält Einbettungen, deren Zahlen auf allen Blättern dasselbe bedeuten: geben Sie die Blätter 'Clusternetz trainieren', wie sie sind.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} enthält Werte von {} bis {}; Konfidenz liegt zwischen 0 und 1. Geben Sie CONFIDENCE an, die 'Cluster kartieren' schreibt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} ist ein {}-Dienst, der Bilder und keine Werte gibt; exportieren Sie zuerst den Teil, den Sie brauchen, als GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} ist zweimal angegeben; geben Sie jedes Blatt einmal an.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} ist kein vollständiges ClusterNet-Modell ({}); kopieren oder trainieren Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} ist der Ordner eines Blattes; wählen Sie einen anderen, damit sich Blätter vorher und nachher nicht mischen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>{} der Fläche haben sich verändert: Wenn das zu viel ist, maskieren Sie Wolken als keine Daten oder geben Sie ein Modell an, das mit beiden Zeitpunkten trainiert wurde.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} der {} Marker liegen auf keinem Pixel von CLASSES oder teilen sich eines.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>{} der {} Zonen liegen außerhalb des Rasters: Sie haben darauf keine Fläche.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>{} von {} sind ein flacher Rand ({}, {} in allen Bändern), der nicht als Nodata festgelegt ist: er wird weggelassen. KEEP_FLAT_BORDERS behält ihn.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{} von {} ist an den Enden seines Typs, {} bis {}, abgeschnitten.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} von {} Polygonen behalten ihren Umriss oder einen Teil davon: Rechte Winkel hätten ihre Pixel schlecht gedeckt oder einen Nachbarn berührt.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} würde {} überschreiben: beide sind {}; geben Sie {} einen anderen Namen.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{}: keine Überlappung mit den anderen Blättern, und nur {} des Bodens sind ähnlich: bleibt, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{}: keine Überlappung mit den anderen Blättern; abgestimmt nach den {} des Bodens, die ähnlich sind.</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>QGIS kann die Quelle des Layers '{name}', {source}, nicht öffnen; reparieren Sie die Quelle oder wählen Sie einen anderen Layer.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>{count} der {total} Objekte von '{name}' kann GDAL nicht lesen; sie werden ausgelassen.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} hat kein Feld '{field}'; die Felder sind: {names}.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet: malen und sehen</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>PyTorch wird installiert, {} % sind fertig. Starten Sie den Algorithmus noch einmal, wenn es da ist.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>PyTorch, womit Modelle trainiert und angewendet werden, ist noch nicht installiert. Schließen Sie diese Meldung: das Fenster, das sich danach öffnet, installiert es.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Python-Umgebung...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>Ein Raster segmentieren, indem man Striche auf die Karte malt</translation>
  </message>
 </context>
</TS>
