<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
 <context>
  <name>ClusterNet</name>
  <message>
   <location filename="../../algorithms/base.py" />
   <source>Cancelled.</source>
   <translation>Annullato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A page with the matrix, and pictures of the largest changes before and after.</source>
   <translation>Una pagina con la matrice, e immagini dei cambiamenti maggiori prima e dopo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A polygon for each connected change.</source>
   <translation>Un poligono per ogni cambiamento connesso.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>A raster with a value for each pair of classes, and 1 where nothing has changed.</source>
   <translation>Un raster con un valore per ogni coppia di classi, e 1 dove nulla è cambiato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Finds what has changed between two rasters of one place, and into what, with one legend for both.</source>
   <translation>Trova che cosa è cambiato tra due raster di uno stesso luogo, e in che cosa, con una legenda per entrambi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>First date</source>
   <translation>Prima data</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>One model sees both dates: one that was trained on either of them, or better on both. A shift between them is found and taken off, and the colours of one date are matched to the other's by the ground that has not changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from all pixels of the other date within two pixels.

The second date may have any pixel grid and reference system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that are alike are the classes. Clouds count as change unless they are no data.

Compare more than two dates in pairs, as a batch.</source>
   <translation>Un solo modello vede entrambe le date: uno addestrato su una di esse o, meglio, su entrambe. Lo spostamento tra le due viene trovato e tolto, e i colori di una data sono adattati a quelli dell'altra in base al suolo che non è cambiato. Un pixel è cambiato dove le sue caratteristiche differiscono più di quelle del suolo invariato, e da tutti i pixel dell'altra data entro due pixel.

La seconda data può avere qualsiasi griglia di pixel e sistema di riferimento: la parte comune è confrontata sui pixel della prima. Senza SELECTION, le classi sono gruppi di cluster simili. Le nuvole contano come cambiamento se non sono senza dati.

Confrontate più di due date a coppie, come processo in serie.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Polygons of changes</source>
   <translation>Poligoni dei cambiamenti</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Report</source>
   <translation>Rapporto</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Second date</source>
   <translation>Seconda data</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Selection of clusters</source>
   <translation>Selezione di cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Share of the area that has changed</source>
   <translation>Parte dell'area che è cambiata</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in pixels.</source>
   <translation>I cambiamenti più piccoli diventano ciò che li circonda; quelli sotto i 25 pixel sempre. Senza georeferenziazione, in pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Smallest change (square map units)</source>
   <translation>Cambiamento più piccolo (unità di mappa quadrate)</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Table</source>
   <translation>Tabella</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The area that each class has lost to each other one, in square metres.</source>
   <translation>L'area che ogni classe ha perduto a favore di ogni altra, in metri quadrati.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The classes. Without it, groups of clusters that are alike.</source>
   <translation>Le classi. Senza, gruppi di cluster simili.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster after, with the same bands.</source>
   <translation>Il raster di dopo, con le stesse bande.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>The raster before; its pixel grid counts.</source>
   <translation>Il raster di prima; conta la sua griglia di pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>Transitions</source>
   <translation>Transizioni</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>What has changed</source>
   <translation>Che cosa è cambiato</translation>
  </message>
  <message>
   <location filename="../../algorithms/change.py" />
   <source>change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal</source>
   <translation>rilevamento dei cambiamenti,due date,differenza,matrice di transizione,prima,dopo,monitoraggio,multitemporale</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Applies a trained model to a raster with the same bands: the one it was trained on, or another.

The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of the model.

SEAM_INDEX is how much more often clusters change across the borders of the tiles that are worked on than on the same lines inside them: 1 means that the borders do not show.

Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12.</source>
   <translation>Applica un modello addestrato a un raster con le stesse bande: quello su cui è stato addestrato, o un altro.

Il risultato ha i pixel del raster. Il cluster 0 è memorizzato come 1, il cluster 1 come 2 e così via; 0 è nodata, e sta esattamente dove il raster non è valido. Un cluster ha lo stesso numero e lo stesso colore in ogni raster del modello.

SEAM_INDEX dice quanto più spesso i cluster cambiano attraverso i bordi dei tasselli di lavoro che sulle stesse linee al loro interno: 1 significa che i bordi non si vedono.

Poi: 'Seleziona cluster da riferimento', o 'Segmenta' con CLASSES come tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Classes of clusters, of which there shall be probabilities.</source>
   <translation>Classi di cluster di cui si vogliono le probabilità.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Clusters that occur</source>
   <translation>Cluster presenti</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Confidence</source>
   <translation>Confidenza</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Features</source>
   <translation>Caratteristiche</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Go on with a run that was cut off</source>
   <translation>Riprendi un'esecuzione interrotta</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How clear each choice was: 1 minus the distance to the nearest over that to the second nearest cluster. 0 is a toss-up.</source>
   <translation>Quanto è stata netta ogni scelta: 1 meno la distanza dal cluster più vicino divisa per quella dal secondo più vicino. 0 è un pareggio.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the distances to all clusters. They sum up to 1.</source>
   <translation>Probabilità di ogni classe della selezione, una banda ciascuna, con 'other' per i cluster senza classe; dalle distanze da tutti i cluster. La loro somma è 1.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.</source>
   <translation>Quanto ogni pixel è diverso dall'addestramento: la sua distanza dal cluster più vicino divisa per quella dei pixel dell'addestramento (media quadratica). Intorno a 1 è normale; da 2 in su non si è visto nulla di simile.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again with the same parameters, a run that was cancelled or killed takes them from there.</source>
   <translation>Conserva i tasselli finiti in una cartella nascosta accanto ai cluster finché questi non sono completi. Riavviata con gli stessi parametri, un'esecuzione annullata o terminata li riprende da lì.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Map clusters</source>
   <translation>Mappa cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Novelty</source>
   <translation>Novità</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Probabilities of classes</source>
   <translation>Probabilità delle classi</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster of clusters, with colours and names.</source>
   <translation>Raster dei cluster, con colori e nomi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Raster with the same bands as those that the model was trained on.</source>
   <translation>Raster con le stesse bande di quelli su cui il modello è stato addestrato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Seam index</source>
   <translation>Indice di giunzione</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Selection</source>
   <translation>Selezione</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>The normalised features of each pixel, a band each; large.</source>
   <translation>Le caratteristiche normalizzate di ogni pixel, una banda ciascuna; file grande.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>Writes the cluster of each pixel of a raster.</source>
   <translation>Scrive il cluster di ogni pixel di un raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/cluster.py" />
   <source>unsupervised,predict,inference,apply,clustering,classification,segmentation</source>
   <translation>non supervisionato,predire,inferenza,applicare,clustering,classificazione,segmentazione</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>A page to open in any browser.</source>
   <translation>Una pagina da aprire in qualsiasi browser.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Cluster report</source>
   <translation>Rapporto sui cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Report on clusters</source>
   <translation>Rapporto sui cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of 'Segment'.

The page is one file that needs no network; it can be sent and printed.</source>
   <translation>Mostra che cosa è ogni cluster di un modello su un raster: sei ritagli dove è più puro e più netto, la sua area, la media di ogni banda con la deviazione standard e i cluster con cui confina. Un albero mostra quali cluster si somigliano e suggerisce quali unire in una classe; il suggerimento può andare in CLASSES di 'Segmenta'.

La pagina è un unico file che non ha bisogno di rete; si può inviare e stampare.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>The raster that the model was trained on, or another with the same bands.</source>
   <translation>Il raster su cui il modello è stato addestrato, o un altro con le stesse bande.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>Writes a page with a card for each cluster, and which clusters are alike.</source>
   <translation>Scrive una pagina con una scheda per ogni cluster, e quali cluster si somigliano.</translation>
  </message>
  <message>
   <location filename="../../algorithms/clusterreport.py" />
   <source>cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html</source>
   <translation>schede,panoramica,legenda,unire,dendrogramma,miniature,spettro,html</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>A page with the scores of each class, their confidence intervals, a map of errors and the confusion matrix.</source>
   <translation>Una pagina con i punteggi di ogni classe, i loro intervalli di confidenza, una mappa degli errori e la matrice di confusione.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Accuracy</source>
   <translation>Accuratezza</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Area</source>
   <translation>Area</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Class raster or polygons to evaluate.</source>
   <translation>Raster di classi o poligoni da valutare.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, precision and recall, with their means over the classes of the reference.

Classes are matched by name; those of a raster without names by value. The values of a raster are its classes, its no data is unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled. Where the map is empty but the reference is not, it is wrong.

A reference of points, or one that labels less than a twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn at random, within each class of the map or altogether.</source>
   <translation>Confronta ogni pixel etichettato: accuratezza e, per ogni classe, IoU (intersezione su unione), Dice, precisione e richiamo, con le loro medie sulle classi del riferimento.

Le classi sono abbinate per nome; quelle di un raster senza nomi, per valore. I valori di un raster sono le sue classi, il suo nodata è non etichettato. I pixel fuori dai poligoni di un riferimento contano come 'altro' dentro AREA, e ovunque se c'è una sola classe e nessuna AREA; altrimenti sono non etichettati. Dove la mappa è vuota ma il riferimento no, la mappa è sbagliata.

Un riferimento di punti, o che etichetta meno di un ventesimo della mappa, è un campione. Il rapporto stima allora l'accuratezza di tutta la mappa e l'area vera di ogni classe, con intervalli di confidenza al 95 % (Olofsson et al. 2014); le unità devono essere estratte a caso, in ogni classe della mappa o nel complesso.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map is if less sure pixels are given up.</source>
   <translation>Confidenza dei pixel della mappa scritta da 'Mappa cluster': il rapporto mostra allora quanto è corretta la mappa se si rinuncia ai pixel meno sicuri.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluate</source>
   <translation>Valuta</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Evaluation report</source>
   <translation>Rapporto di valutazione</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Holds a class raster or polygons against a reference.</source>
   <translation>Confronta un raster di classi o dei poligoni con un riferimento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Map</source>
   <translation>Mappa</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean Dice</source>
   <translation>Dice medio</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Mean IoU</source>
   <translation>IoU media</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Polygons inside which the reference is complete; nothing outside is compared.</source>
   <translation>Poligoni dentro i quali il riferimento è completo; fuori non si confronta nulla.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Raster, polygons or points with the true classes, in any reference system.</source>
   <translation>Raster, poligoni o punti con le classi vere, in qualsiasi sistema di riferimento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>Reference</source>
   <translation>Riferimento</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>The same as a table.</source>
   <translation>Lo stesso come tabella.</translation>
  </message>
  <message>
   <location filename="../../algorithms/evaluate.py" />
   <source>accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth</source>
   <translation>accuratezza,matrice di confusione,IoU,Dice,precisione,richiamo,validazione,verità a terra</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Classes</source>
   <translation>Classi</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Export model to ONNX</source>
   <translation>Esporta modello in ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>ONNX file</source>
   <translation>File ONNX</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Rows and columns that other programs shall work on at once; larger is faster for each pixel.</source>
   <translation>Righe e colonne che altri programmi elaborano in una volta; più grande è più veloce per pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>The file to write.</source>
   <translation>Il file da scrivere.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Tile size</source>
   <translation>Dimensione dei tasselli</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Which clusters make which class. Without it each cluster is a class.</source>
   <translation>Quali cluster formano quale classe. Senza, ogni cluster è una classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a model for ONNX Runtime and plugins such as Deepness.</source>
   <translation>Scrive un modello per ONNX Runtime e plugin come Deepness.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, tile size and overlap in the file.

The score of the best class is (1 + confidence) / 2, all others are 0.

'Map clusters' takes the file as well, and then needs ONNX Runtime only.</source>
   <translation>Scrive un modello addestrato come ONNX, con tutto ciò che serve ad altri programmi: entrano i pixel così come sono memorizzati, escono i punteggi dei cluster, o delle classi se è data una selezione. Il plugin Deepness trova nel file i nomi, la dimensione dei tasselli e la sovrapposizione.

Il punteggio della classe migliore è (1 + confidenza) / 2, tutti gli altri sono 0.

Anche 'Mappa cluster' accetta il file, e allora ha bisogno solo di ONNX Runtime.</translation>
  </message>
  <message>
   <location filename="../../algorithms/exportonnx.py" />
   <source>onnx,deepness,deploy,convert,inference,share,network</source>
   <translation>onnx,deepness,distribuire,convertire,inferenza,condividere,rete</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>A page with the mosaic before and after, differences, gains and offsets.</source>
   <translation>Una pagina con il mosaico prima e dopo, differenze, guadagni e scostamenti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps after</source>
   <translation>Differenza nelle sovrapposizioni dopo</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Difference in overlaps before</source>
   <translation>Differenza nelle sovrapposizioni prima</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Folder of harmonised sheets</source>
   <translation>Cartella dei fogli armonizzati</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Harmonise sheets</source>
   <translation>Armonizza fogli</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Makes sheets of unlike colours alike, without rewriting them.</source>
   <translation>Rende simili fogli di colori diversi, senza riscriverli.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>One sheet alone has nothing to be harmonised with; give two or more.</source>
   <translation>Un foglio da solo non ha nulla con cui essere armonizzato; indicarne due o più.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Overlapping sheets differed by {before} and now differ by {after}, where nothing has changed.</source>
   <translation>I fogli sovrapposti differivano di {before} e ora differiscono di {after}, dove nulla è cambiato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets</source>
   <translation>Fogli</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Sheets of one mosaic that were flown on other days, or by other cameras, differ in brightness and contrast, and get other clusters. A gain and an offset for each band of each sheet make the ground alike where sheets overlap, solved for all sheets at once; what has changed there, such as clouds, counts for nothing. Sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

The sheets stay as they are: the results are virtual rasters (VRT), small files that read them. 'Train clustering network' takes the folder, and 'Map clusters' each of them, or all as a batch.</source>
   <translation>I fogli di un mosaico, ripresi in altri giorni o con altre camere, differiscono per luminosità e contrasto e ricevono altri cluster. Un guadagno e uno scostamento per ogni banda di ogni foglio rendono simile il terreno dove i fogli si sovrappongono, risolti per tutti i fogli insieme; ciò che lì è cambiato, come le nuvole, non conta. I fogli senza sovrapposizione sono adattati in base al terreno che vi è simile. La media del mosaico resta.

I fogli restano come sono: i risultati sono raster virtuali (VRT), piccoli file che li leggono. «Addestra rete di clustering» prende la cartella, e «Mappa cluster» ciascuno di essi, o tutti in serie.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Two rasters or more with the same bands, of any reference system and resolution.</source>
   <translation>Due o più raster con le stesse bande, di qualsiasi sistema di riferimento e risoluzione.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>Virtual rasters under the names of the sheets, and harmonised.json with their gains and offsets.</source>
   <translation>Raster virtuali con i nomi dei fogli, e harmonised.json con i loro guadagni e scostamenti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/harmonise.py" />
   <source>mosaic,seams,colour balancing,radiometric normalisation,histogram matching,gain,offset,VRT</source>
   <translation>mosaico,giunzioni,bilanciamento dei colori,normalizzazione radiometrica,adattamento degli istogrammi,guadagno,scostamento,VRT</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is '{value}'; use one of {choices}.</source>
   <translation>{name} è '{value}'; usa uno tra {choices}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number from {lowest} to {highest}.</source>
   <translation>{name} è {value}; deve essere un numero da {lowest} a {highest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/incorrect_values.py" />
   <source>{name} is {value}; it must be a number, at least {lowest}.</source>
   <translation>{name} è {value}; deve essere un numero, almeno {lowest}.</translation>
  </message>
  <message>
   <location filename="../../algorithms/model_check.py" />
   <source>{} is a map of clusters; choose the picture that it was made of.</source>
   <translation>{} è una mappa di cluster; scegli l'immagine da cui è stata fatta.</translation>
  </message>
  <message>
   <location filename="../../algorithms/output_formats.py" />
   <source>{output} and {other} are both named {name}; give them different names.</source>
   <translation>{output} e {other} si chiamano entrambi {name}; dai loro nomi diversi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} and {other} would overwrite each other at {path}; give them different names.</source>
   <translation>{output} e {other} si sovrascriverebbero a vicenda in {path}; dai loro nomi diversi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/overwriting.py" />
   <source>{output} would overwrite {other}, which is read: both are {path}; give {output} another name.</source>
   <translation>{output} sovrascriverebbe {other}, che viene letto: entrambi sono {path}; dai a {output} un altro nome.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' has written.</source>
   <translation>Un modello scritto da 'Addestra rete di clustering'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>A model that 'Train clustering network' or 'Export model to ONNX' has written.</source>
   <translation>Un modello scritto da 'Addestra rete di clustering' o 'Esporta modello in ONNX'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands</source>
   <translation>Bande</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Bands to use, in order. By default all, an alpha band excepted.</source>
   <translation>Bande da usare, in ordine. Per impostazione predefinita tutte, tranne una banda alfa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Classes with right angles</source>
   <translation>Classi con angoli retti</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Cluster selection (*.json)</source>
   <translation>Selezione di cluster (*.json)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ClusterNet model (*.cnet)</source>
   <translation>Modello ClusterNet (*.cnet)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels.</source>
   <translation>Confidenza scritta da 'Mappa cluster': ogni poligono riceve la media dei suoi pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Device</source>
   <translation>Dispositivo</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Extent</source>
   <translation>Estensione</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Further rasters</source>
   <translation>Altri raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no overlaps arise. 0 keeps the pixels' outlines.</source>
   <translation>Di quanto può spostarsi un contorno per perdere vertici. I contorni condivisi si spostano insieme, così non nascono né vuoti né sovrapposizioni. 0 mantiene i contorni dei pixel.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>How much memory the work may take; less makes smaller tiles, not other results.</source>
   <translation>Quanta memoria può usare il lavoro; meno memoria rende i tasselli più piccoli, non i risultati diversi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Keep flat borders</source>
   <translation>Mantieni bordi uniformi</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Large areas of pure black or white along the edge, which the file does not declare as no data, are left out, and it is said. Yes takes them for a part of the picture.</source>
   <translation>Le grandi aree di nero o bianco puro lungo il margine, che il file non dichiara nodata, sono escluse, e un messaggio lo dice. Sì le considera parte dell'immagine.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Least confidence</source>
   <translation>Confidenza minima</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Memory (MB)</source>
   <translation>Memoria (MB)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model</source>
   <translation>Modello</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Model (*.cnet *.onnx)</source>
   <translation>Modello (*.cnet *.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover its pixels badly keeps its outline.</source>
   <translation>Nomi di classi, come roof, i cui contorni ricevono bordi dritti e angoli retti, o di 45 gradi dove il contorno lo suggerisce. I vicini restano vicini, senza lacune né sovrapposizioni; un poligono che coprirebbe male i suoi pixel conserva il suo contorno.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>Modello ONNX (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Part of the raster to work on, snapped outwards to its pixels. By default all of it.</source>
   <translation>Parte del raster da elaborare, allargata fino ai bordi dei suoi pixel. Per impostazione predefinita tutto il raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each value leaves, and how right that is. 0 keeps all.</source>
   <translation>I pixel con confidenza minore diventano la classe 'other'. Il rapporto di 'Valuta' mostra quanta area lascia ogni valore e quanto è corretta. 0 li conserva tutti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see beside the picture. What a model was trained with must be given again when it is used.</source>
   <translation>Raster di altezze (DSM, DTM, altezze delle chiome), di classi o di altri sensori, su qualsiasi griglia e in qualsiasi sistema, da considerare accanto all'immagine. Ciò con cui un modello è stato addestrato va dato di nuovo quando lo si usa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Simplification tolerance (map units)</source>
   <translation>Tolleranza di semplificazione (unità mappa)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.</source>
   <translation>I poligoni più piccoli si uniscono al vicino con cui condividono il bordo più lungo. 0 li mantiene tutti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Smallest polygon (square map units)</source>
   <translation>Poligono minimo (unità mappa quadrate)</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>The field of a vector layer that names each shape's class. Without it all shapes are one class.</source>
   <translation>Il campo di un layer vettoriale che indica la classe di ogni geometria. Senza, tutte le geometrie sono una sola classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>Where to compute: auto takes a graphics card that is there, and else the processor.</source>
   <translation>Dove calcolare: auto usa una scheda grafica, se c'è, altrimenti il processore.</translation>
  </message>
  <message>
   <location filename="../../algorithms/parameters.py" />
   <source>{}: class field</source>
   <translation>{}: campo della classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster</source>
   <translation>Raster di classi</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Class raster to polygons</source>
   <translation>Da raster di classi a poligoni</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws a polygon around each connected region of a class. Outlines that two regions share are simplified once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below the smallest area join a neighbour instead of leaving a hole.</source>
   <translation>Disegna un poligono intorno a ogni regione connessa di una classe. I contorni condivisi da due regioni sono semplificati una volta, per entrambe: non nascono né vuoti né sovrapposizioni. Il bordo esterno resta come lo hanno i pixel. Le regioni sotto l'area minima si uniscono a un vicino invece di lasciare un buco.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Draws polygons around the regions of a class raster, without gaps and overlaps.</source>
   <translation>Disegna poligoni intorno alle regioni di un raster di classi, senza vuoti né sovrapposizioni.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>How many times corners are cut after simplifying. 0 keeps them.</source>
   <translation>Quante volte gli angoli sono tagliati dopo la semplificazione. 0 li mantiene.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons</source>
   <translation>Poligoni</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on the ellipsoid, or in pixels where the raster has no reference system.</source>
   <translation>Poligoni con classe, area, perimetro, compattezza, lunghezza, larghezza, direzione e vicini: in metri sull'ellissoide, o in pixel se il raster non ha un sistema di riferimento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Raster of whole numbers, 0 or its declared no data left out.</source>
   <translation>Raster di numeri interi, escluso 0 o il nodata dichiarato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>Smoothing (rounds)</source>
   <translation>Smussatura (passaggi)</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>The raster of clusters that the classes were made of: each polygon gets the clusters' numbers.</source>
   <translation>Il raster di cluster da cui sono fatte le classi: ogni poligono riceve i numeri dei cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/polygons.py" />
   <source>vectorize,polygonize,vector,outline,simplify,topology,coverage</source>
   <translation>vettorializzare,poligonizzare,vettore,contorno,semplificare,topologia,copertura</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>A raster that 'Map clusters' has written. Or give a raster and a model.</source>
   <translation>Un raster scritto da 'Mappa cluster'. Oppure indica un raster e un modello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.</source>
   <translation>Scegli i cluster o con un file SELECTION o con un testo CLASSES, come tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Classes with their clusters. Or give classes as text.</source>
   <translation>Classi con i loro cluster. Oppure indica le classi come testo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL).</source>
   <translation>Indica o i cluster (CLUSTERS), o un raster e un modello (INPUT e MODEL).</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>MIN_CONFIDENCE is {:g}: lower it if no polygon is left.</source>
   <translation>MIN_CONFIDENCE è {:g}: abbassatelo se non resta alcun poligono.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Makes a class raster and polygons of chosen clusters.</source>
   <translation>Crea un raster di classi e poligoni dai cluster scelti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Model for this raster</source>
   <translation>Modello per questo raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Names with the numbers of their clusters, such as tree=3,7; roof=12.</source>
   <translation>Nomi con i numeri dei loro cluster, come tree=3,7; roof=12.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: classes as text</source>
   <translation>Oppure: classi come testo</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Or: raster</source>
   <translation>Oppure: raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Polygons of the chosen classes, with the clusters that each is made of.</source>
   <translation>Poligoni delle classi scelte, con i cluster di cui ciascuno è fatto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Raster to map the clusters of first, with the model.</source>
   <translation>Raster di cui mappare prima i cluster, con il modello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Regions of fewer pixels join their largest neighbour. 0 keeps all.</source>
   <translation>Le regioni con meno pixel si uniscono al vicino più grande. 0 le mantiene tutte.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Segment</source>
   <translation>Segmenta</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Sieve (pixels)</source>
   <translation>Setaccio (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>The first class is stored as 1; the class 'other' comes last.</source>
   <translation>La prima classe è memorizzata come 1; la classe 'altro' viene per ultima.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>Two things are needed.
1. Clusters: a raster that 'Map clusters' has written; or else a raster and a model, and they are mapped first.
2. Which clusters make which class: a selection file; or else text such as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).

Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no data, and stands exactly where the raster is not valid.</source>
   <translation>Servono due cose.
1. I cluster: un raster scritto da 'Mappa cluster'; oppure un raster e un modello, e vengono prima mappati.
2. Quali cluster formano quale classe: un file di selezione; oppure un testo come tree=3,7; roof=12,20-25, con i numeri dei cluster come nella legenda (il valore memorizzato meno 1).

I pixel dei cluster che non sono in nessuna classe diventano la classe 'altro'; i poligoni la escludono. 0 è nodata, e sta esattamente dove il raster non è valido.</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>classify,classes,choose,clusters,vectorize,polygons,extract</source>
   <translation>classificare,classi,scegliere,cluster,vettorializzare,poligoni,estrarre</translation>
  </message>
  <message>
   <location filename="../../algorithms/segment.py" />
   <source>{}: not used without POLYGONS.</source>
   <translation>{}: non usato senza POLYGONS.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A cluster belongs to a class only if at least this share of its labelled pixels does.</source>
   <translation>Un cluster appartiene a una classe solo se almeno questa quota dei suoi pixel etichettati vi appartiene.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>A raster that 'Map clusters' has written.</source>
   <translation>Un raster scritto da 'Mappa cluster'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.</source>
   <translation>Scelta a caso; il resto non viene guardato. 'Valuta' conta tutte le etichette, comprese queste.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Classes with their clusters, to give to 'Segment'.</source>
   <translation>Classi con i loro cluster, da dare a 'Segmenta'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Each cluster's class, purity and labelled pixels.</source>
   <translation>Classe, purezza e pixel etichettati di ogni cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Finds which clusters make which class, from a share of reference labels.</source>
   <translation>Trova quali cluster formano quale classe, da una quota di etichette di riferimento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are too mixed, or have no labels, stay in no class.

The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one class and no AREA; else they are unlabelled.

The selection fits every raster of the same model. Next: 'Segment'.</source>
   <translation>Dà a ogni cluster la classe della maggior parte dei suoi pixel etichettati, se abbastanza di essi ce l'hanno. I cluster troppo misti, o senza etichette, restano senza classe.

I valori di un raster sono le sue classi; il suo nodata è non etichettato. Nei poligoni, il campo della classe indica la classe. I pixel fuori dai poligoni contano come 'altro' dentro AREA, e ovunque se c'è una sola classe e nessuna AREA; altrimenti sono non etichettati.

La selezione vale per ogni raster dello stesso modello. Poi: 'Segmenta'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Of the random choice of labels.</source>
   <translation>Della scelta casuale delle etichette.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Polygons inside which the reference is complete; nothing outside is looked at.</source>
   <translation>Poligoni dentro i quali il riferimento è completo; fuori non si guarda nulla.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Raster or polygons with true classes, in any reference system.</source>
   <translation>Raster o poligoni con le classi vere, in qualsiasi sistema di riferimento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Seed</source>
   <translation>Seme</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Select clusters by reference</source>
   <translation>Seleziona cluster da riferimento</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Share of the labels to use</source>
   <translation>Quota delle etichette da usare</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>Smallest purity</source>
   <translation>Purezza minima</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>labels,ground truth,classes,assign,map clusters to classes,training data</source>
   <translation>etichette,verità a terra,classi,assegnare,associare cluster a classi,dati di addestramento</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>none</source>
   <translation>nessuna</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbyreference.py" />
   <source>{}: clusters {}</source>
   <translation>{}: cluster {}</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Class field</source>
   <translation>Campo della classe</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Classes with their clusters, and how contested clusters are split.</source>
   <translation>Classi con i loro cluster, e come sono divisi i cluster contesi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Clusters that two classes claim</source>
   <translation>Cluster rivendicati da due classi</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Finds which clusters make which class, from strokes on the map.</source>
   <translation>Trova quali cluster formano quale classe, da tratti sulla mappa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>How wide points and lines are, where the layer has no field 'width' that says it.</source>
   <translation>Quanto sono larghi punti e linee, se il layer non ha un campo 'width' che lo dica.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Points, lines or polygons, in the order in which they were painted.</source>
   <translation>Punti, linee o poligoni, nell'ordine in cui sono stati dipinti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Select clusters by strokes</source>
   <translation>Seleziona cluster da tratti</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes</source>
   <translation>Tratti</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector layer, or saved from the ClusterNet dock. Where they cross, the later one counts.

A cluster that strokes of two classes claim is split between them. The selection holds the rule that does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' with INPUT and MODEL.</source>
   <translation>I tratti sono punti, linee o poligoni con un campo che indica la loro classe: disegnati a mano in un qualsiasi layer vettoriale, o salvati dal pannello ClusterNet. Dove si incrociano, conta l'ultimo.

Un cluster rivendicato dai tratti di due classi viene diviso tra esse. La selezione contiene la regola che lo fa, quindi si può applicare senza tratti ad altri raster dello stesso modello: dalla a 'Segmenta' con INPUT e MODEL.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The field that names each stroke's class; strokes without a class are left out.</source>
   <translation>Il campo che indica la classe di ogni tratto; i tratti senza classe sono esclusi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>The raster that was painted on.</source>
   <translation>Il raster su cui si è dipinto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>Width of strokes (map units)</source>
   <translation>Larghezza dei tratti (unità mappa)</translation>
  </message>
  <message>
   <location filename="../../algorithms/selectbystrokes.py" />
   <source>interactive,scribble,brush,classes,training samples,classification,segmentation</source>
   <translation>interattivo,scarabocchio,pennello,classi,campioni di addestramento,classificazione,segmentazione</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: of the outline of the class, and of the image where one is given; their size is chosen from the data. With heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with an image along straight edges.

To correct a count, edit the points: move, add and remove them, and run again with them as MARKERS. Then each point is one object, and no others are looked for.

The confidence of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is multiplied by the mean of CONFIDENCE.</source>
   <translation>Un raster di classi dice dove sono gli alberi, non quanti sono. Gli oggetti compatti (chiome, auto) sono separati per macchie: secondo il contorno della classe e, se è data, secondo l'immagine; la loro dimensione è scelta dai dati. Con le altezze, ogni cima è un oggetto. Quelli diritti (edifici) sono separati dove la classe si restringe e, con un'immagine, lungo i bordi diritti.

Per correggere un conteggio, modificare i punti: spostarli, aggiungerne e cancellarne, ed eseguire di nuovo con essi come MARKERS. Allora ogni punto è un oggetto e non se ne cercano altri.

La confidenza di un oggetto è 1 se è isolato, e vicina a 0 se quasi nulla lo divide dal vicino; è moltiplicata per la media di CONFIDENCE.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A point in the middle of each object, with the same attributes.</source>
   <translation>Un punto in mezzo a ogni oggetto, con gli stessi attributi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>A polygon for each object, with class, area, diameter, height and confidence.</source>
   <translation>Un poligono per ogni oggetto, con classe, area, diametro, altezza e confidenza.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Confidence that 'Map clusters' has written: unsure pixels divide objects.</source>
   <translation>Confidenza scritta da 'Mappa cluster': i pixel incerti dividono gli oggetti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.</source>
   <translation>Conta e delimita oggetti che si toccano, come chiome, auto o edifici: un poligono ciascuno.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights</source>
   <translation>Altezze</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Heights above ground, on any pixel grid, such as a canopy height model.</source>
   <translation>Altezze sul terreno, su qualsiasi griglia di pixel, come un modello di altezza delle chiome.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Image</source>
   <translation>Immagine</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Kind of objects</source>
   <translation>Tipo di oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Markers</source>
   <translation>Marcatori</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Names of the classes with objects, separated by commas, such as tree.</source>
   <translation>Nomi delle classi con oggetti, separati da virgole, come albero.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Number of objects</source>
   <translation>Numero di oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Objects</source>
   <translation>Oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points of objects</source>
   <translation>Punti degli oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Points, one in each object, such as corrected points of an earlier run.</source>
   <translation>Punti, uno in ogni oggetto, come i punti corretti di un'esecuzione precedente.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Separate objects</source>
   <translation>Separa oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smaller objects join the neighbour of their class with the longest common border, or are left out.</source>
   <translation>Gli oggetti più piccoli si uniscono al vicino della loro classe con il confine comune più lungo, o sono omessi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>Smallest object (square map units)</source>
   <translation>Oggetto più piccolo (unità di mappa al quadrato)</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>The picture of the same place, on any pixel grid: crowns are brighter in the middle.</source>
   <translation>L'immagine dello stesso luogo, su qualsiasi griglia di pixel: le chiome sono più chiare nel mezzo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>compact for crowns and cars, straight for buildings.</source>
   <translation>compact per chiome e auto, straight per edifici.</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory</source>
   <translation>contare,alberi,chiome,auto,edifici,dividere,spartiacque,istanze,contigui,singolo,inventario</translation>
  </message>
  <message>
   <location filename="../../algorithms/separateobjects.py" />
   <source>{}: {} objects</source>
   <translation>{}: {} oggetti</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock.

Keep the selection: 'Segment' applies it to other rasters of the same model.</source>
   <translation>Sceglie i cluster con i tratti, e applica la scelta a tutto il raster. I tratti sono punti, linee o poligoni con un campo che indica la loro classe, disegnati a mano o salvati dal pannello ClusterNet.

Conserva la selezione: 'Segmenta' la applica ad altri raster dello stesso modello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Classes of strokes on the map become a class raster and polygons of the whole raster.</source>
   <translation>Le classi dei tratti sulla mappa diventano un raster di classi e poligoni di tutto il raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer names are wrong.</source>
   <translation>I cluster ricevono un nome solo se è almeno così probabile, da 0 a 1. Con 0.9 se ne nominano meno, e meno nomi sono sbagliati.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be trained, painted or typed. What it is not sure of becomes 'other'.

The names are suggestions: the log says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or give 'Segment' other classes.</source>
   <translation>Raggruppa il raster con il modello di base così com'è, dà un nome ai cluster di cui è sicuro (edificio, pavimentato, albero, vegetazione bassa, acqua, suolo nudo) e scrive il raster delle classi e i poligoni. Non c'è nulla da addestrare, dipingere o digitare. Ciò di cui non è sicuro diventa 'other'.

I nomi sono suggerimenti: il log dice quanto sono sicuri. Per correggerli, conserva modello e selezione e dipingi nel pannello ClusterNet, oppure dai altre classi a 'Segmenta'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>First map with names</source>
   <translation>Prima mappa con nomi</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do not show. What lies between the sheets is no data.

To have a raster for each sheet instead, run 'Map clusters' as a batch.</source>
   <translation>Unisce raster di uno stesso sistema di riferimento, come i fogli di un volo, in un raster virtuale, e scrive il cluster di ogni pixel in un unico raster. La rete vede oltre i bordi dei fogli, così questi non si notano. Ciò che sta tra i fogli è nodata.

Per avere invece un raster per ogni foglio, esegui 'Mappa cluster' come processo in serie.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Longest training (minutes)</source>
   <translation>Durata massima dell'addestramento (minuti)</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons.</source>
   <translation>Crea una mappa della copertura del suolo di un raster che nessuno ha etichettato: classi con nomi, e poligoni.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Map many rasters with one model</source>
   <translation>Mappa più raster con un modello</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Maps the clusters of many rasters as one, without seams between them.</source>
   <translation>Mappa i cluster di più raster come se fossero uno, senza giunzioni tra loro.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>More clusters tell finer differences apart, and are more work to choose from.</source>
   <translation>Più cluster distinguono differenze più fini, e richiedono più lavoro per sceglierli.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Number of clusters</source>
   <translation>Numero di cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Part of the raster to name and map. By default all of it.</source>
   <translation>Parte del raster da nominare e mappare. In modo predefinito tutto.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to map, with bands of visible light.</source>
   <translation>Raster da mappare, con bande di luce visibile.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Raster to train on and to map.</source>
   <translation>Raster su cui addestrare e da mappare.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Rasters of one reference system, with the bands that the model was trained on.</source>
   <translation>Raster di uno stesso sistema di riferimento, con le bande su cui il modello è stato addestrato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Smallest certainty</source>
   <translation>Certezza minima</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Strokes to polygons</source>
   <translation>Da tratti a poligoni</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>The training ends in time and leaves a usable model. 0 is no limit.</source>
   <translation>L'addestramento finisce in tempo e lascia un modello utilizzabile. 0 è nessun limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Train and map one raster</source>
   <translation>Addestra e mappa un raster</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a model on a raster and maps its clusters.</source>
   <translation>Addestra un modello su un raster e ne mappa i cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: it maps other rasters with the same bands, and other steps ask for it.

Next: 'Report on clusters' shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones.</source>
   <translation>Addestra una rete sul raster, senza etichette, e scrive il cluster di ogni pixel. Conserva il modello: mappa altri raster con le stesse bande, e altri passi lo richiedono.

Poi: 'Rapporto sui cluster' mostra che cosa è ogni cluster, e 'Segmenta' crea classi e poligoni da quelli scelti.</translation>
  </message>
  <message>
   <location filename="../../algorithms/shippedmodel.py" />
   <source>model,workflow,several steps</source>
   <translation>modello,flusso di lavoro,più passi</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>1 Learn</source>
   <translation>1 Apprendere</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>2 Map</source>
   <translation>2 Mappare</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>3 Classes</source>
   <translation>3 Classi</translation>
  </message>
  <message>
   <location filename="../../algorithms/stages.py" />
   <source>4 Check and hand on</source>
   <translation>4 Controllare e consegnare</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Clusters with a name</source>
   <translation>Cluster con un nome</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Each cluster's name, its certainty, its share of the pixels and how likely each kind is.</source>
   <translation>Il nome di ogni cluster, la sua certezza, la sua quota di pixel e quanto è probabile ogni tipo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Named share</source>
   <translation>Quota con nome</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.</source>
   <translation>Dà ai cluster il nome di edificio, pavimentato, albero, vegetazione bassa, acqua o suolo nudo, senza etichette.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name clusters by strokes in the dock.</source>
   <translation>Nessun cluster ha un nome: nulla è abbastanza probabile su questo raster. Prova un MIN_CONFIDENCE più piccolo, o dai nomi ai cluster con tratti nel pannello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>Suggest names of clusters</source>
   <translation>Suggerisci nomi di cluster</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>The base model was taught on public land-cover labels of other places. It says how likely each pixel is a building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing it has learnt, stay without a class.

Any model can be used: the names are looked for in the visible bands of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in the dock or with CLASSES.

Next: 'Segment' with the raster, the model and the selection.</source>
   <translation>Il modello di base ha imparato da etichette pubbliche della copertura del suolo di altri luoghi. Dice quanto è probabile che ogni pixel sia edificio, pavimentato, albero, vegetazione bassa, acqua o suolo nudo; un cluster riceve il nome più probabile nella media dei suoi pixel, se è abbastanza probabile. I cluster di cui non è sicuro, o che non somigliano a nulla di ciò che ha imparato, restano senza classe.

Si può usare qualsiasi modello: i nomi si cercano nelle bande visibili del raster. Sono suggerimenti: guardali in 'Rapporto sui cluster' o sulla mappa, e cambiali nel pannello o con CLASSES.

Poi: 'Segmenta' con il raster, il modello e la selezione.</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>land cover,names,labels,automatic,classify,building,tree,water,road,vegetation</source>
   <translation>copertura del suolo,nomi,etichette,automatico,classifica,edificio,albero,acqua,strada,vegetazione</translation>
  </message>
  <message>
   <location filename="../../algorithms/suggestclasses.py" />
   <source>{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' with the raster, the model and this selection; the rest becomes 'other'.</source>
   <translation>{} di {} cluster hanno un nome, su {} dei pixel esaminati; il modello di base ne è sicuro in media al {}, e di luoghi diversi da quelli da cui ha imparato è troppo sicuro: guarda la mappa. Poi: 'Segmenta' con il raster, il modello e questa selezione; il resto diventa 'other'.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>At the right and lower edge</source>
   <translation>Al bordo destro e inferiore</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Centre of labels (pixels)</source>
   <translation>Centro delle etichette (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cut raster into training tiles</source>
   <translation>Taglia raster in tasselli di addestramento</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; text classes are numbered from 1, and the file legend.json there names them.

'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to share what is trained on.</source>
   <translation>Taglia un raster in tasselli GeoTIFF georeferenziati, con i valori così come sono. I tasselli con troppi pixel nodata o neri sono esclusi. Le etichette, come raster o layer vettoriale in qualsiasi sistema di riferimento, possono essere tagliate insieme: vanno nella cartella 'labels' con gli stessi nomi, con i valori della loro sorgente; le classi testuali sono numerate da 1, e il file legend.json in quella cartella ne riporta i nomi.

'Addestra rete di clustering' accetta la cartella, ma anche raster interi: i tasselli servono solo per scegliere o condividere ciò su cui si addestra.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Cuts a raster, and labels with it, into georeferenced tiles.</source>
   <translation>Taglia un raster, e con esso le etichette, in tasselli georeferenziati.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Folder of tiles</source>
   <translation>Cartella dei tasselli</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>From one tile's start to the next. Less than the tile's size makes tiles overlap.</source>
   <translation>Dall'inizio di un tassello al successivo. Un passo minore della dimensione fa sovrapporre i tasselli.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels</source>
   <translation>Etichette</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.</source>
   <translation>Le etichette sono tagliate a un centro di questa dimensione, ciò che le convoluzioni valide lasciano di un tassello. 0 le mantiene intere.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Largest empty share</source>
   <translation>Quota vuota massima</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster or polygons with classes to cut alongside, reprojected where needed.</source>
   <translation>Raster o poligoni con classi da tagliare insieme, riproiettati se necessario.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Raster to cut: any number of bands, any real data type.</source>
   <translation>Raster da tagliare: qualsiasi numero di bande, qualsiasi tipo di dati reale.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Size of a tile.</source>
   <translation>Dimensione di un tassello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step downwards (pixels)</source>
   <translation>Passo verso il basso (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Step to the right (pixels)</source>
   <translation>Passo verso destra (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>The tiles' outlines, with their file names.</source>
   <translation>I contorni dei tasselli, con i nomi dei file.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile height (pixels)</source>
   <translation>Altezza dei tasselli (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile index</source>
   <translation>Indice dei tasselli</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tile width (pixels)</source>
   <translation>Larghezza dei tasselli (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles are named after their first row and column in the raster.</source>
   <translation>I tasselli prendono il nome dalla loro prima riga e colonna nel raster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles left out</source>
   <translation>Tasselli esclusi</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles with a larger share of no-data or black pixels (0 in all bands) are left out.</source>
   <translation>I tasselli con una quota maggiore di pixel nodata o neri (0 in tutte le bande) sono esclusi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>Tiles written</source>
   <translation>Tasselli scritti</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled with no data. drop: it is left out.</source>
   <translation>shift: l'ultimo tassello arretra verso l'interno e si sovrappone al vicino. pad: sporge oltre il bordo, riempito di nodata. drop: è escluso.</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>tile,patch,chip,cut,split,training,stride,labels,deep learning</source>
   <translation>tassello,ritaglio,tile,tagliare,dividere,addestramento,passo,etichette,apprendimento profondo</translation>
  </message>
  <message>
   <location filename="../../algorithms/tileraster.py" />
   <source>{} tiles written, {} left out.</source>
   <translation>{} tasselli scritti, {} esclusi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A folder of GeoTIFF tiles, such as 'Cut raster into training tiles' writes, or of virtual rasters, such as 'Harmonise sheets' writes.</source>
   <translation>Una cartella di tasselli GeoTIFF, come quelli che scrive «Taglia raster in tasselli di addestramento», o di raster virtuali, come quelli che scrive «Armonizza fogli».</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>A page with the course of the training, cluster sizes and settings.</source>
   <translation>Una pagina con l'andamento dell'addestramento, le dimensioni dei cluster e le impostazioni.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>An ONNX file of your own that gives features of a picture: the network encoder, or the teacher of light, which then learns its features on these rasters and maps many times faster.</source>
   <translation>Un proprio file ONNX che fornisce le caratteristiche di un'immagine: la rete encoder, oppure il maestro di light, che ne impara le caratteristiche su questi raster e mappa molte volte più in fretta.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Band numbers in order, such as 1,2,3. By default all, an alpha band excepted.</source>
   <translation>Numeri di banda in ordine, come 1,2,3. Per impostazione predefinita tutte, tranne una banda alfa.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Batch size (patches)</source>
   <translation>Dimensione del lotto (ritagli)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Channels of its first level: 64 in the paper, and slow without a graphics card.</source>
   <translation>Canali del suo primo livello: 64 nell'articolo, e lenta senza una scheda grafica.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Encoder</source>
   <translation>Codificatore</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs between clusterings</source>
   <translation>Epoche tra i raggruppamenti</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Epochs done</source>
   <translation>Epoche compiute</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>First stage</source>
   <translation>Prima fase</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>For indices, where the raster does not say it: red=1; green=2; blue=3; nir=4.</source>
   <translation>Per gli indici, dove il raster non lo dice: red=1; green=2; blue=3; nir=4.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Give either rasters (INPUT) or a folder of tiles (FOLDER), and not both.</source>
   <translation>Indica o dei raster (INPUT) o una cartella di tasselli (FOLDER), e non entrambi.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How long pseudo-labels of what was learnt are kept before they are clustered again. Those of the network light come from what it knows from the start, and are kept.</source>
   <translation>Per quanto tempo le pseudo-etichette di ciò che è stato appreso sono mantenute prima di essere raggruppate di nuovo. Quelle della rete light vengono da ciò che sa fin dall'inizio, e sono mantenute.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How many times to learn from all patches. 0 only clusters the features of the network as it is.</source>
   <translation>Quante volte apprendere da tutti i ritagli. 0 raggruppa soltanto le caratteristiche della rete così com'è.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>How much blocks of features count beside each other, such as heights=0.5; texture=0. By default the network has 1, and evidence what its structure is worth; constants and noise have 0.</source>
   <translation>Quanto contano i blocchi di caratteristiche l'uno accanto all'altro, per esempio heights=0.5; texture=0. Per impostazione predefinita la rete ha 1 e gli altri dati quanto vale la loro struttura; costanti e rumore hanno 0.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Indices</source>
   <translation>Indici</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Input filter</source>
   <translation>Filtro in ingresso</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Its weights, normalisation, clusters and history are continued; cluster ids keep their meaning.</source>
   <translation>I suoi pesi, la normalizzazione, i cluster e la storia sono continuati; i numeri dei cluster mantengono il loro significato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Labels to report scores against after each epoch. They take no part in the training.</source>
   <translation>Etichette rispetto alle quali riportare i punteggi dopo ogni epoca. Non hanno parte nell'addestramento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learning rate</source>
   <translation>Tasso di apprendimento</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Learns, without labels, features by which the pixels of a raster fall into clusters.</source>
   <translation>Apprende, senza etichette, caratteristiche secondo cui i pixel di un raster si dividono in cluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Loss of the last epoch</source>
   <translation>Perdita dell'ultima epoca</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Model to continue from</source>
   <translation>Modello da cui continuare</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Network</source>
   <translation>Rete</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Next: 'Map clusters' applies the model {}; the ClusterNet dock offers it under Model.</source>
   <translation>Poi: 'Mappa cluster' applica il modello {}; il pannello ClusterNet lo offre sotto Modello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Number of clusters: several for each class that you look for. The paper has 100.</source>
   <translation>Numero di cluster: più d'uno per ogni classe che cerchi. L'articolo ne ha 100.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Of all randomness: the same seed gives the same model.</source>
   <translation>Di ogni scelta casuale: lo stesso seme dà lo stesso modello.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patch size (pixels)</source>
   <translation>Dimensione dei ritagli (pixel)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Patches a step.</source>
   <translation>Ritagli per passo.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Polygons to learn inside of. By default everywhere.</source>
   <translation>Poligoni dentro i quali apprendere. Per impostazione predefinita ovunque.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rasters to learn from, all with the same bands. Or give a folder of tiles.</source>
   <translation>Raster da cui apprendere, tutti con le stesse bande. Oppure indica una cartella di tasselli.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Roles of bands</source>
   <translation>Ruoli delle bande</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Rows and columns of a training patch.</source>
   <translation>Righe e colonne di un ritaglio di addestramento.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Spectral indices to look at beside the bands: ndvi, ndwi, exg, vari, nbr. Which band is red and so on is known from names, colours or wavelengths, is said before the training, and can be given.</source>
   <translation>Indici spettrali da considerare accanto alle bande: ndvi, ndwi, exg, vari, nbr. Quale banda è il rosso e così via si ricava da nomi, colori o lunghezze d'onda, viene detto prima dell'addestramento e si può indicare.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Step size of the optimiser, falling to nearly nothing towards the end. 0 takes the network's own.</source>
   <translation>Ampiezza del passo dell'ottimizzatore, che cala quasi a zero verso la fine. 0 usa quello proprio della rete.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The folder {} holds no GeoTIFF; cut tiles into it first, or choose another.</source>
   <translation>La cartella {} non contiene GeoTIFF; tagliaci prima dei tasselli, o scegline un'altra.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The model is a temporary file, which goes when QGIS ends. To keep it, copy {} to another folder.</source>
   <translation>Il modello è un file temporaneo, che sparisce alla chiusura di QGIS. Per conservarlo, copia {} in un'altra cartella.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>The trained model: network, normalisation and clusters in one file.</source>
   <translation>Il modello addestrato: rete, normalizzazione e cluster in un solo file.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Time budget (minutes)</source>
   <translation>Tempo massimo (minuti)</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Train clustering network</source>
   <translation>Addestra rete di clustering</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training ends with the clusters learnt by then. 0 is no limit.</source>
   <translation>L'addestramento finisce con i cluster appresi fino ad allora. 0 è nessun limite.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Training report</source>
   <translation>Rapporto di addestramento</translation>
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
   <translation>Addestra una rete sui tuoi raster, senza etichette. La rete dà a ogni pixel un vettore di caratteristiche; k-means raggruppa i vettori; i gruppi sono pseudo-etichette su cui la rete si addestra; e così di nuovo (ClusterNet: Girard, Zhygallo, Tarabalka 2019).

Indica dei raster, o una cartella di tasselli. Il modello è scritto dopo ogni epoca: un'esecuzione annullata o terminata lascia quello dell'ultima epoca intera, e riprende da lì quando è riavviata con lo stesso nome del modello e gli stessi parametri. INITIAL_MODEL continua da qualsiasi modello.

Poi: 'Mappa cluster' applica il modello a questo o ad altri raster.

Reti:
light: sa molto fin dall'inizio, a metà risoluzione; la più rapida e la migliore
unet_same: U-Net da pesi casuali, conserva le dimensioni, con batch normalization
unet: U-Net dell'articolo, convoluzioni valide; lenta
vgg16: VGG16 fino al terzo blocco, i primi due congelati; richiede pesi che torchvision scarica, ed è lenta
pixels: le bande stesse, per embedding, spettri e indici; nulla da addestrare
encoder: la propria rete in un file ONNX (ENCODER), così com'è; nulla viene addestrato</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Weights of blocks</source>
   <translation>Pesi dei blocchi</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Which network to train; they are described beside.</source>
   <translation>Quale rete addestrare; sono descritte a lato.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>Width of a U-Net</source>
   <translation>Larghezza di una U-Net</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>inpainting: first learn to fill in the blanked centre of patches, for as many epochs again.</source>
   <translation>inpainting: apprende prima a riempire il centro cancellato dei ritagli, per altrettante epoche.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>sobel: show the network gradients instead of colours, as DeepCluster does.</source>
   <translation>sobel: mostra alla rete gradienti invece di colori, come fa DeepCluster.</translation>
  </message>
  <message>
   <location filename="../../algorithms/train.py" />
   <source>unsupervised,self-supervised,segmentation,classification,clustering,k-means,deep learning,U-Net,features</source>
   <translation>non supervisionato,auto-supervisionato,segmentazione,classificazione,clustering,k-means,apprendimento profondo,U-Net,caratteristiche</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>BANDS is '{}'; give band numbers such as 1,2,3.</source>
   <translation>BANDS è '{}'; indica numeri di banda come 1,2,3.</translation>
  </message>
  <message>
   <location filename="../../algorithms/values.py" />
   <source>{} is a folder; give the name of a file.</source>
   <translation>{} è una cartella; indica il nome di un file.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A line for each class in each zone, with hectares.</source>
   <translation>Una riga per ogni classe in ogni zona, con gli ettari.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>A pixel that the border of a zone cuts counts by the exact share of it that lies in the zone. Zones may overlap, be smaller than a pixel, reach beyond the raster, and have any reference system. Areas are in square metres on the ellipsoid, or in pixels where the raster has no reference system.

A map has errors, and so have the areas that are counted on it. With a sample of true classes, drawn at random on the whole map, they are corrected by how often each class of the map is another one in reality (Olofsson et al. 2014). 95 % confidence intervals come from a bootstrap of blocks of the map, and need labels in ten of its hundred blocks. They take for granted that the map errs in a zone as it does elsewhere.</source>
   <translation>Un pixel tagliato dal confine di una zona conta per la quota esatta che sta nella zona. Le zone possono sovrapporsi, essere più piccole di un pixel, uscire dal raster e avere qualsiasi sistema di riferimento. Le aree sono in metri quadrati sull'ellissoide, o in pixel se il raster non ha un sistema di riferimento.

Una mappa ha errori, e così le aree che vi si contano. Con un campione di classi vere, estratto a caso su tutta la mappa, sono corrette secondo quanto spesso ogni classe della mappa è in realtà un'altra (Olofsson et al. 2014). Gli intervalli di confidenza al 95 % vengono da un bootstrap di blocchi della mappa, e richiedono etichette in dieci dei suoi cento blocchi. Danno per scontato che la mappa sbagli in una zona come altrove.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Areas by zone</source>
   <translation>Aree per zona</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Measures the area of each class of a class raster in each zone, such as parishes or parcels.</source>
   <translation>Misura l'area di ogni classe di un raster di classi in ogni zona, come comuni o particelle.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Points, polygons or a raster with the true classes at places drawn at random on the whole map, not only in the zones; then areas are corrected and have intervals.</source>
   <translation>Punti, poligoni o un raster con le classi vere in luoghi estratti a caso su tutta la mappa, non solo nelle zone; allora le aree sono corrette e hanno intervalli.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Polygons, each of which is a zone of its own.</source>
   <translation>Poligoni, ognuno dei quali è una zona a sé.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Sample of true classes</source>
   <translation>Campione di classi vere</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The field that names each zone. Without it they are numbered.</source>
   <translation>Il campo che dà il nome a ogni zona. Senza, sono numerate.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>The zones with the area and the share of each class, and how much of a zone has a class.</source>
   <translation>Le zone con l'area e la quota di ogni classe, e quanto di una zona ha una classe.</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones</source>
   <translation>Zone</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>Zones: name field</source>
   <translation>Zone: campo del nome</translation>
  </message>
  <message>
   <location filename="../../algorithms/zonalareas.py" />
   <source>zonal statistics,zonal histogram,area,hectares,parish,parcel,share,estimate,confidence interval</source>
   <translation>statistiche zonali,istogramma zonale,area,ettari,comune,particella,quota,stima,intervallo di confidenza</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A downloaded file is not the one that the plugin was tested with.</source>
   <translation>Un file scaricato non è quello con cui il plugin è stato provato.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A file is in use by another program.</source>
   <translation>Un file è in uso da parte di un altro programma.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A library of PyTorch cannot be loaded, as happens without Microsoft's Visual C++ runtime.</source>
   <translation>Una libreria di PyTorch non si può caricare, come succede senza il runtime Visual C++ di Microsoft.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A package is needed that the plugin's list does not name.</source>
   <translation>Serve un pacchetto che l'elenco del plugin non contiene.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>A path has become longer than the system allows.</source>
   <translation>Un percorso è più lungo di quanto il sistema consenta.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Add your organisation's certificate in Settings, Options, Authentication, and install again; or install from a folder of packages.</source>
   <translation>Aggiungi il certificato della tua organizzazione in Impostazioni, Opzioni, Autenticazione, e installa di nuovo; oppure installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow long paths in Windows, or set the folder of the environment to a short one.</source>
   <translation>Consenti i percorsi lunghi in Windows, o imposta per l'ambiente una cartella dal percorso breve.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Allow the folder of the environment in the virus scanner, or ask your administrator to, and install again.</source>
   <translation>Consenti la cartella dell'ambiente nell'antivirus, o chiedilo al tuo amministratore, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Ask your administrator for the address of your organisation's packages, or install from a folder of packages.</source>
   <translation>Chiedi al tuo amministratore l'indirizzo dei pacchetti della tua organizzazione, o installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Below {folder}, paths become longer than the {longest} characters that Windows allows.</source>
   <translation>Sotto {folder} i percorsi superano i {longest} caratteri che Windows consente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Check the proxy in Settings, Options, Network, and install again.</source>
   <translation>Controlla il proxy in Impostazioni, Opzioni, Rete, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Choose another folder; the manual says how to fill one.</source>
   <translation>Scegli un'altra cartella; il manuale dice come riempirne una.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other programs, and install again.</source>
   <translation>Chiudi altri programmi, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Close other windows of QGIS and whatever else runs on the environment, and install again.</source>
   <translation>Chiudi le altre finestre di QGIS e ogni altra cosa che usa l'ambiente, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Connect to the network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Connettiti alla rete, controlla il proxy in Impostazioni, Opzioni, Rete, o installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Copy the log, and report it where the plugin's bugs are reported.</source>
   <translation>Copia il registro, e segnalalo dove si segnalano gli errori del plugin.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Enter them in Settings, Options, Network, and install again.</source>
   <translation>Inseriscili in Impostazioni, Opzioni, Rete, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space on the disk that holds the environment, and install again.</source>
   <translation>Libera spazio sul disco che contiene l'ambiente, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Free some space, or set the folder of the environment to another disk.</source>
   <translation>Libera spazio, o imposta la cartella dell'ambiente su un altro disco.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Give your user the right to write there, or set the folder of the environment to another one.</source>
   <translation>Dai al tuo utente il diritto di scrivervi, o imposta per l'ambiente un'altra cartella.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; if it happens again, something between you and the server changes files: install from a folder of packages.</source>
   <translation>Installa di nuovo; se succede ancora, qualcosa tra te e il server modifica i file: installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install again; or install from a folder of packages.</source>
   <translation>Installa di nuovo; oppure installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install it as an administrator: sudo apt install python3-venv; then install again.</source>
   <translation>Installalo come amministratore: sudo apt install python3-venv; poi installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Install the Visual C++ Redistributable (x64, 2015-2022) from Microsoft, restart Windows, and repair.</source>
   <translation>Installa Visual C++ Redistributable (x64, 2015-2022) di Microsoft, riavvia Windows, e ripara.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name a Python with GDAL in the setting clusternet/python.</source>
   <translation>Indica un Python con GDAL nell'impostazione clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Name another Python with the packages and GDAL in the setting clusternet/python, such as one of conda.</source>
   <translation>Indica nell'impostazione clusternet/python un altro Python con i pacchetti e GDAL, come uno di conda.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On Apple silicon install the QGIS that is made for it; on an Intel Mac train elsewhere, and segment here with the maps.</source>
   <translation>Con Apple silicon installa il QGIS fatto per esso; su un Mac Intel addestra altrove, e segmenta qui con le mappe.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>On macOS, QGIS' Python may not load packages that are not signed by the maker of QGIS.</source>
   <translation>Su macOS, il Python di QGIS non può caricare pacchetti che non siano firmati dal produttore di QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Press Repair; if it stays so, remove numpy that was installed with pip for your user: pip uninstall numpy.</source>
   <translation>Premi Ripara; se non cambia, rimuovi numpy installato con pip per il tuo utente: pip uninstall numpy.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Programs may not be run from the disk that holds the environment.</source>
   <translation>Dal disco che contiene l'ambiente non si possono eseguire programmi.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for Macs with Intel's processors, nor for a QGIS that is made for them.</source>
   <translation>PyTorch non ha pacchetti per i Mac con processore Intel, né per un QGIS fatto per essi.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>PyTorch has no packages for this machine's processor ({machine}).</source>
   <translation>PyTorch non ha pacchetti per il processore di questo computer ({machine}).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>QGIS' own Python was not found.</source>
   <translation>Il Python di QGIS non è stato trovato.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS (on Debian: sudo apt install python3-gdal), or name another Python with the packages and GDAL in the setting clusternet/python.</source>
   <translation>Ripara l'installazione di QGIS (su Debian: sudo apt install python3-gdal), o indica nell'impostazione clusternet/python un altro Python con i pacchetti e GDAL.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Repair the installation of QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Ripara l'installazione di QGIS, o installa il programma uv, che viene usato dove si trova.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Segmenting, polygons and evaluation work here all the same; train and map on another machine.</source>
   <translation>Segmentazione, poligoni e valutazione qui funzionano comunque; addestra e mappa su un altro computer.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that can.</source>
   <translation>Imposta la cartella dell'ambiente su un disco scrivibile.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Set the folder of the environment to a disk that is not mounted with noexec.</source>
   <translation>Imposta la cartella dell'ambiente su un disco che non sia montato con noexec.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS comes without pip.</source>
   <translation>Al Python di QGIS manca pip.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The Python of QGIS does not find GDAL outside QGIS.</source>
   <translation>Il Python di QGIS non trova GDAL fuori da QGIS.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The connection was lost during a download.</source>
   <translation>La connessione si è interrotta durante uno scaricamento.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk is full.</source>
   <translation>Il disco è pieno.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The disk that holds the environment cannot be written to.</source>
   <translation>Sul disco che contiene l'ambiente non si può scrivere.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder of the environment may not be written to.</source>
   <translation>Nella cartella dell'ambiente non è permesso scrivere.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The folder {folder} holds no packages (files that end in .whl).</source>
   <translation>La cartella {folder} non contiene pacchetti (file che finiscono in .whl).</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The installation failed for a reason that is not known.</source>
   <translation>L'installazione è fallita per un motivo sconosciuto.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The memory has run out.</source>
   <translation>La memoria è esaurita.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The network is too slow, or something between here and the server swallows the traffic.</source>
   <translation>La rete è troppo lenta, o qualcosa tra qui e il server blocca il traffico.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The pip of QGIS' Python is too old.</source>
   <translation>Il pip del Python di QGIS è troppo vecchio.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy asks for a name and a password.</source>
   <translation>Il proxy chiede un nome e una password.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The proxy does not answer.</source>
   <translation>Il proxy non risponde.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages cannot be reached.</source>
   <translation>Il server dei pacchetti non è raggiungibile.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server of packages has a problem of its own.</source>
   <translation>Il server dei pacchetti ha un problema suo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server refuses to give packages to this network or user.</source>
   <translation>Il server rifiuta di dare pacchetti a questa rete o a questo utente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The server's certificate is not trusted, as happens where a firewall looks into encrypted traffic.</source>
   <translation>Il certificato del server non è attendibile, come succede quando un firewall ispeziona il traffico cifrato.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's C library is too old for PyTorch.</source>
   <translation>La libreria C del sistema è troppo vecchia per PyTorch.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The system's Python comes without what builds environments.</source>
   <translation>Al Python del sistema manca ciò che crea gli ambienti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>The virus scanner has stopped or removed a file.</source>
   <translation>L'antivirus ha bloccato o rimosso un file.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>There are no packages for this version of Python, or for this machine.</source>
   <translation>Non ci sono pacchetti per questa versione di Python, o per questo computer.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>This processor lacks instructions that PyTorch or FAISS needs.</source>
   <translation>A questo processore mancano istruzioni di cui PyTorch o FAISS ha bisogno.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Train and map on another machine, and segment here with the maps.</source>
   <translation>Addestra e mappa su un altro computer, e segmenta qui con le mappe.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again in some minutes.</source>
   <translation>Riprova tra qualche minuto.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Try again on a better network, check the proxy in Settings, Options, Network, or install from a folder of packages.</source>
   <translation>Riprova con una rete migliore, controlla il proxy in Impostazioni, Opzioni, Rete, o installa da una cartella di pacchetti.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Two versions of numpy are mixed up.</source>
   <translation>Due versioni di numpy sono mescolate.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, or install the program uv, which is used where it is found.</source>
   <translation>Aggiorna QGIS, o installa il programma uv, che viene usato dove si trova.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update QGIS, which brings a newer Python; a folder of packages must be made with the same version and system.</source>
   <translation>Aggiorna QGIS, che porta un Python più recente; una cartella di pacchetti va preparata con la stessa versione e lo stesso sistema.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the plugin, and install again.</source>
   <translation>Aggiorna il plugin, e installa di nuovo.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>Update the system: a distribution of 2019 or newer will do.</source>
   <translation>Aggiorna il sistema: va bene una distribuzione del 2019 o più recente.</translation>
  </message>
  <message>
   <location filename="../../environment/failures.py" />
   <source>{needed} MB are needed at {folder}, and {free} MB are free.</source>
   <translation>Servono {needed} MB in {folder}, e {free} MB sono liberi.</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Class</source>
   <translation>Classe</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Close</source>
   <translation>Chiudi</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Copy table</source>
   <translation>Copia tabella</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>Hectares</source>
   <translation>Ettari</translation>
  </message>
  <message>
   <location filename="../../gui/area_panel.py" />
   <source>{file} has {polygons} polygons of {classes} classes.</source>
   <translation>{file} ha {polygons} poligoni di {classes} classi.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Add a class</source>
   <translation>Aggiungi una classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Choose the class to paint, here or by its key on the map. Double-click its name or its colour to change it; the right button has more.</source>
   <translation>Scegli la classe da dipingere, qui o con il suo tasto sulla mappa. Doppio clic sul nome o sul colore per cambiarlo; il tasto destro offre altro.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of the chosen class</source>
   <translation>Colore della classe scelta</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour of {}</source>
   <translation>Colore di {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Colour...</source>
   <translation>Colore...</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Each class needs a name of its own; '{}' is empty or taken.</source>
   <translation>Ogni classe ha bisogno di un nome proprio; '{}' è vuoto o già usato.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Erase its strokes</source>
   <translation>Cancella i suoi tratti</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Key</source>
   <translation>Tasto</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Paint this over what belongs to no class, where a class spreads too far.</source>
   <translation>Dipingi questa su ciò che non appartiene a nessuna classe, dove una classe si estende troppo.</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove class</source>
   <translation>Rimuovi classe</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Remove the chosen class and its strokes</source>
   <translation>Rimuovi la classe scelta e i suoi tratti</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>Rename</source>
   <translation>Rinomina</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>class {}</source>
   <translation>classe {}</translation>
  </message>
  <message>
   <location filename="../../gui/class_list.py" />
   <source>other (none)</source>
   <translation>altro (nessuna)</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>How far outlines may move to lose their stairs: at first one and a half pixels. 0 keeps the pixels.</source>
   <translation>Di quanto possono spostarsi i contorni per perdere i gradini: all'inizio un pixel e mezzo. 0 mantiene i pixel.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Only what is in view</source>
   <translation>Solo ciò che è in vista</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smaller polygons, and spots of the class raster, join a neighbour. At first the area of the brush.</source>
   <translation>I poligoni più piccoli, e le macchie del raster di classi, si uniscono a un vicino. All'inizio l'area del pennello.</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smallest area</source>
   <translation>Area minima</translation>
  </message>
  <message>
   <location filename="../../gui/cleaning_fields.py" />
   <source>Smoothing</source>
   <translation>Smussatura</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>As the strokes say</source>
   <translation>Secondo i tratti</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Cluster {}</source>
   <translation>Cluster {}</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Clusters appear here when the preview has been computed.</source>
   <translation>I cluster compaiono qui quando l'anteprima è stata calcolata.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Colour of the cluster</source>
   <translation>Colore del cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Let the selected clusters count as one</source>
   <translation>Fa contare come uno i cluster selezionati</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>No class</source>
   <translation>Nessuna classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put into class</source>
   <translation>Metti nella classe</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Put the selected clusters into a class by hand.</source>
   <translation>Mette a mano i cluster selezionati in una classe.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Rename (or double-click the name)</source>
   <translation>Rinomina (o doppio clic sul nome)</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Take merged clusters apart again</source>
   <translation>Separa di nuovo i cluster uniti</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>There is no cluster here.</source>
   <translation>Qui non c'è nessun cluster.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>This cluster is not in view; zoom out first.</source>
   <translation>Questo cluster non è in vista; prima riduci lo zoom.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Tick a cluster to put it into '{}', without painting.</source>
   <translation>Spunta un cluster per metterlo in '{}', senza dipingere.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Which cluster is here? Click on the map to choose it.</source>
   <translation>Quale cluster è qui? Clicca sulla mappa per sceglierlo.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>Zoom to where the cluster is</source>
   <translation>Zoom dove si trova il cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_panel.py" />
   <source>other</source>
   <translation>altro</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>&lt; 0.1 %</source>
   <translation>&lt; 0,1 %</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>A suggestion: click it to put the cluster into '{}'.</source>
   <translation>Un suggerimento: fai clic per mettere il cluster in '{}'.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Clusters that look alike. Click to see or fold them; the tick is for all of them.</source>
   <translation>Cluster che si somigliano. Un clic li mostra o li ripiega; la spunta vale per tutti.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by hand.</source>
   <translation>Classe data a mano.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Given its class by your strokes.</source>
   <translation>Classe data dai tuoi tratti.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>In no class. Tick it to put it into the class that you paint.</source>
   <translation>In nessuna classe. Spuntalo per metterlo nella classe che dipingi.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share</source>
   <translation>Quota</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>Share of what is in view.</source>
   <translation>Quota di ciò che è in vista.</translation>
  </message>
  <message>
   <location filename="../../gui/cluster_table.py" />
   <source>{} alike</source>
   <translation>{} simili</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Changes</source>
   <translation>Cambiamenti</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Choose a raster first.</source>
   <translation>Scegli prima un raster.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Compare with...</source>
   <translation>Confronta con...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Drag the line. X, held down, swaps the two, C hides changes, Esc ends.</source>
   <translation>Trascina la linea. X, tenuto premuto, scambia i due, C nasconde i cambiamenti, Esc termina.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>End comparing</source>
   <translation>Termina il confronto</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Find changes...</source>
   <translation>Trova cambiamenti...</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Nothing</source>
   <translation>Nulla</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>Open the algorithm What has changed with both rasters and the model.</source>
   <translation>Apri l'algoritmo Che cosa è cambiato con entrambi i raster e il modello.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>See another raster beside this one on the map, and find what has changed.</source>
   <translation>Vedere un altro raster accanto a questo sulla mappa e trovare che cosa è cambiato.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>The file of this layer is not found.</source>
   <translation>Il file di questo layer non si trova.</translation>
  </message>
  <message>
   <location filename="../../gui/compare_button.py" />
   <source>There is no other raster in the project; add the one to compare with.</source>
   <translation>Nel progetto non c'è un altro raster; aggiungi quello con cui confrontare.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>A Python with PyTorch is not installed yet.</source>
   <translation>Un Python con PyTorch non è ancora installato.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose Paint and draw a stroke over what you look for.</source>
   <translation>Scegli Dipingi e traccia un tratto su ciò che cerchi.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Choose a raster to begin.</source>
   <translation>Scegli un raster per iniziare.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>ClusterNet</source>
   <translation>ClusterNet</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Install...</source>
   <translation>Installa...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Paint</source>
   <translation>Dipingi</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Preview</source>
   <translation>Anteprima</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Ready.</source>
   <translation>Pronto.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Result</source>
   <translation>Risultato</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Starting Python...</source>
   <translation>Avvio di Python...</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>This has failed; the message above the map says why.</source>
   <translation>Operazione fallita; il messaggio sopra la mappa dice perché.</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>Try again</source>
   <translation>Riprova</translation>
  </message>
  <message>
   <location filename="../../gui/dock.py" />
   <source>{}: {} %</source>
   <translation>{}: {} %</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; No Python was found.</source>
   <translation>&lt;b&gt;Non pronto.&lt;/b&gt; Nessun Python trovato.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} does not run.</source>
   <translation>&lt;b&gt;Non pronto.&lt;/b&gt; {python} non si avvia.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Not ready.&lt;/b&gt; {python} lacks {missing}.</source>
   <translation>&lt;b&gt;Non pronto.&lt;/b&gt; A {python} manca {missing}.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>&lt;b&gt;Ready.&lt;/b&gt; Training and mapping run on {python} ({versions}).</source>
   <translation>&lt;b&gt;Pronto.&lt;/b&gt; Addestramento e mappatura girano su {python} ({versions}).</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>A folder of .whl files, for machines without a network. The manual says how to fill it.</source>
   <translation>Una cartella di file .whl, per computer senza rete. Il manuale dice come riempirla.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancel</source>
   <translation>Annulla</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Cancelled; nothing was installed.</source>
   <translation>Annullato; non è stato installato nulla.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>ClusterNet: Python environment</source>
   <translation>ClusterNet: ambiente Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Compute on</source>
   <translation>Calcola su</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Copy log</source>
   <translation>Copia registro</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Folder</source>
   <translation>Cartella</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>From the network; or choose a folder of packages</source>
   <translation>Dalla rete; oppure scegli una cartella di pacchetti</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Install</source>
   <translation>Installa</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Installed. Training and mapping can begin.</source>
   <translation>Installato. Addestramento e mappatura possono iniziare.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>It is named in the setting clusternet/python, which installing empties.</source>
   <translation>È indicato nell'impostazione clusternet/python, che l'installazione svuota.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Log</source>
   <translation>Registro</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Looking for Python...</source>
   <translation>Ricerca di Python...</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>Scheda grafica NVIDIA (CUDA)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Packages</source>
   <translation>Pacchetti</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor</source>
   <translation>Processore</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Processor and Apple graphics (MPS)</source>
   <translation>Processore e grafica Apple (MPS)</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Remove</source>
   <translation>Rimuovi</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Removed.</source>
   <translation>Rimosso.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Repair</source>
   <translation>Ripara</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>This is a bug in the plugin; copy the log and report it.</source>
   <translation>Questo è un errore del plugin; copia il registro e segnalalo.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Training and mapping run beside QGIS, in a Python with PyTorch, FAISS, SciPy and ONNX Runtime. Choosing clusters, segmenting, polygons and evaluation work without it.</source>
   <translation>Addestramento e mappatura girano accanto a QGIS, in un Python con PyTorch, FAISS, SciPy e ONNX Runtime. Scelta dei cluster, segmentazione, poligoni e valutazione funzionano senza.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>What is there is of another version of the plugin.</source>
   <translation>Ciò che è presente è di un'altra versione del plugin.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>Where the environment lies: outside the plugin and outside QGIS' profile.</source>
   <translation>Dove si trova l'ambiente: fuori dal plugin e fuori dal profilo di QGIS.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} downloads about {download} MB from PyPI and PyTorch into {folder}, where they take about {disk} MB. The Python of QGIS is not changed.</source>
   <translation>{button} scarica circa {download} MB da PyPI e PyTorch in {folder}, dove occupano circa {disk} MB. Il Python di QGIS non viene modificato.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{button} puts the packages of that folder into {folder}, about {disk} MB. Nothing is downloaded, and the Python of QGIS is not changed.</source>
   <translation>{button} mette i pacchetti di quella cartella in {folder}, circa {disk} MB. Non si scarica nulla, e il Python di QGIS non viene modificato.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_dialog.py" />
   <source>{} MB are free there.</source>
   <translation>{} MB sono liberi lì.</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Installing PyTorch and FAISS</source>
   <translation>Installazione di PyTorch e FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Looking for Python</source>
   <translation>Ricerca di Python</translation>
  </message>
  <message>
   <location filename="../../gui/environment_tasks.py" />
   <source>Removing PyTorch and FAISS</source>
   <translation>Rimozione di PyTorch e FAISS</translation>
  </message>
  <message>
   <location filename="../../gui/history.py" />
   <source>class 1</source>
   <translation>classe 1</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Computing the preview</source>
   <translation>Calcolo dell'anteprima</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Learning from the strokes</source>
   <translation>Apprendimento dai tratti</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Opening raster and model</source>
   <translation>Apertura di raster e modello</translation>
  </message>
  <message>
   <location filename="../../gui/live_thread.py" />
   <source>Saving the selection</source>
   <translation>Salvataggio della selezione</translation>
  </message>
  <message>
   <location filename="../../gui/live_worker.py" />
   <source>Another raster or model was chosen before the selection was saved; segment the raster again.</source>
   <translation>Un altro raster o modello è stato scelto prima che la selezione fosse salvata; segmenta di nuovo il raster.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Epoch {} of {}: loss {}</source>
   <translation>Epoca {} di {}: perdita {}</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Loss after each epoch: how badly the network still tells the pseudo-labels apart.</source>
   <translation>Perdita dopo ogni epoca: quanto male la rete distingue ancora le pseudo-etichette.</translation>
  </message>
  <message>
   <location filename="../../gui/loss_curve.py" />
   <source>Waiting for the first epoch</source>
   <translation>In attesa della prima epoca</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Brush size</source>
   <translation>Dimensione del pennello</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase</source>
   <translation>Cancella</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase all strokes; undo brings them back</source>
   <translation>Cancella tutti i tratti; annullando l'operazione tornano</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Erase strokes, or parts of them, on the map.</source>
   <translation>Cancella tratti, o parti di essi, sulla mappa.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint here next: a ring marks where the next stroke tells most (N on the map)</source>
   <translation>Dipingi qui ora: un anello segna dove il prossimo tratto dice di più (N sulla mappa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Paint strokes of the chosen class on the map. Keys there: 1 to 9 choose the class, 0 'other', [ and ] the size, Esc gives a stroke up, space pans, Shift and dragging zooms.</source>
   <translation>Dipinge sulla mappa tratti della classe scelta. Tasti sulla mappa: da 1 a 9 scelgono la classe, 0 'altro', [ e ] la dimensione, Esc abbandona un tratto, spazio sposta la mappa, Maiusc e trascinamento fa lo zoom.</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Redo (Ctrl+Shift+Z on the map)</source>
   <translation>Ripeti operazione (Ctrl+Maiusc+Z sulla mappa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Undo (Ctrl+Z on the map)</source>
   <translation>Annulla operazione (Ctrl+Z sulla mappa)</translation>
  </message>
  <message>
   <location filename="../../gui/paint_panel.py" />
   <source>Width of brush and eraser on the ground; [ and ] on the map change it.</source>
   <translation>Larghezza al suolo di pennello e gomma; [ e ] sulla mappa la cambiano.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Classes: what your strokes make of what is in view. Clusters: the groups that were found without you; a click on the map, or Shift and a click while you paint, chooses one. Confidence: red is what your strokes leave open. H on the map, held down, hides all of it.</source>
   <translation>Classi: che cosa i tuoi tratti fanno di ciò che è in vista. Cluster: i gruppi trovati senza di te; un clic sulla mappa, o Maiusc e un clic mentre dipingi, ne sceglie uno. Confidenza: rosso è ciò che i tuoi tratti lasciano aperto. H sulla mappa, tenuto premuto, nasconde tutto.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>How much of the map the preview hides.</source>
   <translation>Quanto della mappa l'anteprima nasconde.</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Opacity</source>
   <translation>Opacità</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show</source>
   <translation>Mostra</translation>
  </message>
  <message>
   <location filename="../../gui/preview_panel.py" />
   <source>Show strokes</source>
   <translation>Mostra tratti</translation>
  </message>
  <message>
   <location filename="../../gui/project_memory.py" />
   <source>What the project keeps of ClusterNet cannot be read ({}); begin anew.</source>
   <translation>Ciò che il progetto conserva di ClusterNet non si può leggere ({}); ricomincia da capo.</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>Choose a raster</source>
   <translation>Scegli un raster</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (not found)</source>
   <translation>{} (non trovato)</translation>
  </message>
  <message>
   <location filename="../../gui/raster_box.py" />
   <source>{} (pictures only)</source>
   <translation>{} (solo immagini)</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Add the strokes of a layer: lines or points with a field 'class'.</source>
   <translation>Aggiunge i tratti di un layer: linee o punti con un campo 'class'.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Apply what you have painted to the raster, in the background: a raster and polygons are added.</source>
   <translation>Applica al raster ciò che hai dipinto, in background: si aggiungono un raster e dei poligoni.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes</source>
   <translation>Carica tratti</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Load strokes...</source>
   <translation>Carica tratti...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes</source>
   <translation>Salva tratti</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save strokes...</source>
   <translation>Salva tratti...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Save the strokes as a layer, to share them or to replay them without the map.</source>
   <translation>Salva i tratti come layer, per condividerli o per riusarli senza la mappa.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>Segment...</source>
   <translation>Segmenta...</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The raster is not in view; zoom to it, or segment all of it.</source>
   <translation>Il raster non è in vista; fai zoom su di esso, o segmentalo tutto.</translation>
  </message>
  <message>
   <location filename="../../gui/result_panel.py" />
   <source>The strokes are saved in {}.</source>
   <translation>I tratti sono salvati in {}.</translation>
  </message>
  <message>
   <location filename="../../gui/save_task.py" />
   <source>Saving {}</source>
   <translation>Salvataggio di {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting has failed; see the log of messages.</source>
   <translation>La segmentazione è fallita; vedi il registro dei messaggi.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting was cancelled; nothing was written.</source>
   <translation>La segmentazione è stata annullata; non è stato scritto nulla.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>Segmenting {}</source>
   <translation>Segmentazione di {}</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>The raster is segmented: {}.</source>
   <translation>Il raster è segmentato: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (classes)</source>
   <translation>{} (classi)</translation>
  </message>
  <message>
   <location filename="../../gui/segment_job.py" />
   <source>{} (polygons)</source>
   <translation>{} (poligoni)</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>Nothing in view asks for a stroke; look at another place.</source>
   <translation>Nulla in vista richiede un tratto; guarda in un altro luogo.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The file of the {}, {}, is gone. Choose another; your strokes are kept.</source>
   <translation>Il file del {}, {}, non c'è più. Scegline un altro; i tuoi tratti sono conservati.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The layer shows another file now; the strokes of {} are kept with that one.</source>
   <translation>Il layer mostra ora un altro file; i tratti di {} sono conservati con quello.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster or the model has changed on disk and is read again.</source>
   <translation>Il raster o il modello è cambiato sul disco e viene letto di nuovo.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster was changed or removed while the dialog was open; nothing was done.</source>
   <translation>Il raster è stato cambiato o rimosso mentre la finestra era aperta; non è stato fatto nulla.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>The raster {} was removed. Its strokes are kept: add it again to go on.</source>
   <translation>Il raster {} è stato rimosso. I suoi tratti sono conservati: aggiungilo di nuovo per continuare.</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>model</source>
   <translation>modello</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>raster</source>
   <translation>raster</translation>
  </message>
  <message>
   <location filename="../../gui/session.py" />
   <source>{} It is started again; no stroke is lost.</source>
   <translation>{} Viene riavviato; nessun tratto va perso.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Base model</source>
   <translation>Modello di base</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Choose a file...</source>
   <translation>Scegli un file...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>The raster to segment. Strokes are kept for each raster.</source>
   <translation>Il raster da segmentare. I tratti sono conservati per ogni raster.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train a model on this raster, in the background and without labels.</source>
   <translation>Addestra un modello su questo raster, in background e senza etichette.</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>Train...</source>
   <translation>Addestra...</translation>
  </message>
  <message>
   <location filename="../../gui/source_panel.py" />
   <source>What finds the clusters. The base model works at once; one trained on your raster may do better.</source>
   <translation>Ciò che trova i cluster. Il modello di base funziona subito; uno addestrato sul tuo raster può fare meglio.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>Cannot write the strokes to {}: {}.</source>
   <translation>Impossibile scrivere i tratti in {}: {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} cannot be opened as a vector layer; choose another file.</source>
   <translation>{} non si può aprire come layer vettoriale; scegli un altro file.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} has no field 'class', which names the class of each stroke; its fields are {}.</source>
   <translation>{} non ha un campo 'class', che indica la classe di ogni tratto; i suoi campi sono {}.</translation>
  </message>
  <message>
   <location filename="../../gui/stroke_layer.py" />
   <source>{} holds no lines or points with a class; choose another file.</source>
   <translation>{} non contiene linee o punti con una classe; scegli un altro file.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.</source>
   <translation>Cerca i cluster che sono edifici, pavimentato, alberi, vegetazione bassa, acqua o suolo nudo.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Put all clusters that are in no class into the classes that are suggested.</source>
   <translation>Metti tutti i cluster che non sono in nessuna classe nelle classi suggerite.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Stop looking</source>
   <translation>Smetti di cercare</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Suggest names</source>
   <translation>Suggerisci nomi</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_panel.py" />
   <source>Take all over</source>
   <translation>Accetta tutti</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>Looking for names on {}</source>
   <translation>Ricerca di nomi su {}</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>No cluster is like anything that has a name; paint instead.</source>
   <translation>Nessun cluster somiglia a qualcosa che ha un nome; dipingi invece.</translation>
  </message>
  <message>
   <location filename="../../gui/suggest_task.py" />
   <source>{} of {} clusters have a suggested name: click one in the list to take it over, or take all over.</source>
   <translation>{} di {} cluster hanno un nome suggerito: fai clic su uno nell'elenco per accettarlo, o accettali tutti.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source> min</source>
   <translation> min</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>A network looks at the raster, without labels, and learns which pixels are alike. You can work on meanwhile. The model is saved after every epoch, so that stopping early loses little.</source>
   <translation>Una rete guarda il raster, senza etichette, e apprende quali pixel si somigliano. Intanto puoi continuare a lavorare. Il modello è salvato dopo ogni epoca, così fermarsi prima fa perdere poco.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>At most</source>
   <translation>Al massimo</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How many groups the pixels fall into; more tell finer things apart.</source>
   <translation>In quanti gruppi si dividono i pixel; di più distinguono cose più fini.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>How often the whole raster is gone through.</source>
   <translation>Quante volte si percorre tutto il raster.</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train</source>
   <translation>Addestra</translation>
  </message>
  <message>
   <location filename="../../gui/train_dialog.py" />
   <source>Train on {}</source>
   <translation>Addestra su {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>Stop training</source>
   <translation>Ferma addestramento</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} min left</source>
   <translation>ancora circa {} min</translation>
  </message>
  <message>
   <location filename="../../gui/train_panel.py" />
   <source>about {} s left</source>
   <translation>ancora circa {} s</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training a model on {}</source>
   <translation>Addestramento di un modello su {}</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training has finished; {} is used from now on.</source>
   <translation>L'addestramento è finito; d'ora in poi si usa {}.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled before the first epoch was done.</source>
   <translation>L'addestramento è stato annullato prima che la prima epoca fosse compiuta.</translation>
  </message>
  <message>
   <location filename="../../gui/train_task.py" />
   <source>Training was cancelled; {} is the model after epoch {}, and can be chosen.</source>
   <translation>L'addestramento è stato annullato; {} è il modello dopo l'epoca {}, e può essere scelto.</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>bare ground</source>
   <translation>suolo nudo</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>building</source>
   <translation>edificio</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>low vegetation</source>
   <translation>vegetazione bassa</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>paved</source>
   <translation>pavimentato</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>tree</source>
   <translation>albero</translation>
  </message>
  <message>
   <location filename="../../layers/land_cover_names.py" />
   <source>water</source>
   <translation>acqua</translation>
  </message>
  <message>
   <location filename="../../layers/raster_copy.py" />
   <source>The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.</source>
   <translation>I valori del layer '{name}' non si possono copiare (codice {code}); esportalo prima come GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/rasters.py" />
   <source>The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF first.</source>
   <translation>Il layer '{name}' viene da '{source}', che dà immagini e non valori; esportalo prima come GeoTIFF.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All rasters must have the same number of bands ({}); choose them with BANDS.</source>
   <translation>Tutti i raster devono avere lo stesso numero di bande ({}); sceglile con BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>All sheets must have the same number of bands ({}); choose others.</source>
   <translation>Tutti i fogli devono avere lo stesso numero di bande ({}); sceglierne altri.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, or choose another Python in the settings.</source>
   <translation>Un codificatore ha bisogno di onnx e onnxruntime, che il Python in {} non può caricare ({}). Installateli lì con pip, o scegliete un altro Python nelle impostazioni.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>BEFORE and AFTER are the same raster, {}; choose two dates of one place.</source>
   <translation>BEFORE e AFTER sono lo stesso raster, {}; scegliete due date di uno stesso luogo.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES has '{}' where a class such as tree=3,7 should stand.</source>
   <translation>CLASSES ha '{}' dove dovrebbe stare una classe come tree=3,7.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>CLASSES names no class; give names such as tree, separated by commas.</source>
   <translation>CLASSES non nomina alcuna classe; dare nomi come albero, separati da virgole.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot read the raster {}: {}. Check that the file exists and is a raster.</source>
   <translation>Impossibile leggere il raster {}: {}. Controlla che il file esista e che sia un raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write into the folder {}: {}. Choose a folder that you may write to.</source>
   <translation>Impossibile scrivere nella cartella {}: {}. Scegli una cartella in cui puoi scrivere.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and that no other program has it open.</source>
   <translation>Impossibile scrivere {}: {}. Controlla lo spazio libero su disco e che nessun altro programma lo tenga aperto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Cannot write {}: {}. Check the free disk space and your rights on the folder.</source>
   <translation>Impossibile scrivere {}: {}. Controlla lo spazio libero su disco e i tuoi diritti sulla cartella.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Clustering {} x {} pixels in {} tiles</source>
   <translation>Raggruppamento di {} x {} pixel in {} tasselli</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Epoch {} of {}: loss {}, {} of pixels changed cluster</source>
   <translation>Epoca {} di {}: perdita {}, {} dei pixel hanno cambiato cluster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking at {} patches of {} x {} pixels</source>
   <translation>Esame di {} ritagli di {} x {} pixel</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Looking for land cover in {} parts of the raster</source>
   <translation>Ricerca della copertura del suolo in {} parti del raster</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>MARKERS has no points; give points that lie on objects, or leave it out.</source>
   <translation>MARKERS non ha punti; date punti che stanno su oggetti, o lasciatelo vuoto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY or train with more clusters.</source>
   <translation>Nessun cluster appartiene a una classe: nessuno è almeno per {} una di {} (il più puro è per {} una sola etichetta); abbassa MIN_PURITY o addestra con più cluster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No label of SAMPLE lies on a class of the map; choose a sample that overlaps it.</source>
   <translation>Nessuna etichetta di SAMPLE sta su una classe della mappa; scegli un campione che le si sovrapponga.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the raster.</source>
   <translation>Nessun pixel etichettato sta sui cluster (FRACTION {}); usa una quota maggiore, o un riferimento che si sovrapponga al raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty.</source>
   <translation>Nessun oggetto raggiunge l'area minima, o il raster non ha pixel di CLASSES; il layer è vuoto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No pixel is valid at both dates; give two rasters of one place, or another EXTENT.</source>
   <translation>Nessun pixel è valido in entrambe le date; date due raster di uno stesso luogo, o un'altra EXTENT.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No region reaches the minimum area, or the raster has no class; the layer is empty.</source>
   <translation>Nessuna regione raggiunge l'area minima, o il raster non ha classi; il layer è vuoto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No shape of {} overlaps the raster; choose a layer that covers it.</source>
   <translation>Nessuna geometria di {} si sovrappone al raster; scegli un layer che lo copra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers.</source>
   <translation>Nessun tratto sta su un pixel valido del raster; dipingi sul raster, o controlla i layer.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>No stroke of {} lies on the raster; choose a layer that covers it.</source>
   <translation>Nessun tratto di {} sta sul raster; scegli un layer che lo copra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects.</source>
   <translation>Nessuno dei {} punti di MARKERS si trova su un pixel di CLASSES; dare punti che si trovino su oggetti.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>Nothing was trained: the clusters are those of the network as it came.</source>
   <translation>Non è stato addestrato nulla: i cluster sono quelli della rete così com'era.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>One epoch was trained; {} % of the pixels changed their cluster in it. More may do better.</source>
   <translation>È stata addestrata una sola epoca; in essa il {} % dei pixel ha cambiato cluster. Altre epoche possono fare meglio.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes.</source>
   <translation>PROBABILITIES ha bisogno delle classi: dare SELECTION, che 'Seleziona cluster da riferimento' o il pannello scrive.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it.</source>
   <translation>SAMPLE è il raster di classi stesso, {}; dare le classi vere di luoghi estratti a caso su di esso.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The Python at {} lacks {}. Plugins &gt; ClusterNet &gt; Python environment installs them; or run: "{}" -m pip install -r "{}"; or name another in the setting clusternet/python.</source>
   <translation>Al Python in {} manca {}. Plugin &gt; ClusterNet &gt; Ambiente Python lo installa; oppure esegui: "{}" -m pip install -r "{}"; oppure indicane un altro nell'impostazione clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them.</source>
   <translation>Le aree sono conteggi di una mappa con errori, senza intervalli: un SAMPLE di classi vere le corregge.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The class '{}' names cluster {}; there are clusters 0 to {}.</source>
   <translation>La classe '{}' indica il cluster {}; ci sono i cluster da 0 a {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS.</source>
   <translation>Il codificatore {} prende {} bande{}, e il raster ne dà {} ({}); sceglierne {} con BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The extent does not overlap the raster; choose one inside it.</source>
   <translation>L'estensione non si sovrappone al raster; scegline una al suo interno.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The map and the reference have no pixel in common; choose a reference that overlaps the map.</source>
   <translation>La mappa e il riferimento non hanno pixel in comune; scegli un riferimento che si sovrapponga alla mappa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model has learnt from embeddings ({}), and {} seems to hold none.</source>
   <translation>Il modello ha imparato da embedding ({}), e {} sembra non contenerne.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back.</source>
   <translation>Il modello ha bisogno del suo codificatore {}, che non c'è o è cambiato da allora; rimettere il file {} (SHA-256 {}...).</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model sees heights or indices beside the picture, which two dates cannot be compared with; train one without EXTRA and INDICES.</source>
   <translation>Il modello vede altezze o indici accanto all'immagine, con cui due date non si possono confrontare; addestratene uno senza EXTRA e INDICES.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS.</source>
   <translation>Il modello è stato addestrato su {} bande ({}); {} ne dà {}. Scegli le stesse bande con BANDS.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with EXTRA, or name the file for what it is, such as {}.tif.</source>
   <translation>Il modello è stato addestrato con {} accanto all'immagine ({}), e {} è preso per {}: indicare quello di questo raster con EXTRA, oppure dare al file il nome di ciò che è, come {}.tif.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and use 'Select clusters by strokes' with EXTRA.</source>
   <translation>Il modello è stato addestrato con {} accanto all'immagine ({}), che il pannello non può ricevere: dipingete in un layer e usate 'Seleziona cluster da tratti' con EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The model was trained with {} beside the picture ({}): give that of this raster with EXTRA.</source>
   <translation>Il modello è stato addestrato con {} accanto all'immagine ({}): indicare quello di questo raster con EXTRA.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network 'encoder' is a file of yours; give it with ENCODER.</source>
   <translation>La rete «encoder» è un proprio file; indicarlo con ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The network '{}' has nothing to learn: its features are clustered as they are.</source>
   <translation>La rete «{}» non ha nulla da imparare: le sue caratteristiche vengono raggruppate così come sono.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has fewer than three bands: land cover is guessed from grey, and less sure.</source>
   <translation>Il raster ha meno di tre bande: la copertura del suolo è stimata dal grigio, ed è meno sicura.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no class {}; its classes are {}.</source>
   <translation>Il raster non ha la classe {}; le sue classi sono {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas and diameters of objects are in pixels.</source>
   <translation>Il raster non ha un sistema di riferimento; aree e diametri degli oggetti sono in pixel.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no reference system; areas are in pixels.</source>
   <translation>Il raster non ha un sistema di riferimento; le aree sono in pixel.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.</source>
   <translation>Il raster non ha pixel validi: tutti sono nodata, mascherati o NaN. Scegline un altro.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.</source>
   <translation>Il raster non ha pixel validi: tutti sono nodata, mascherati o NaN. Scegli un altro raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The rasters have at most {} pixels a side: patches are made {} x {}.</source>
   <translation>I raster hanno al massimo {} pixel per lato: i ritagli sono di {} x {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The reference has no labelled pixel on the raster; choose one that overlaps it.</source>
   <translation>Il riferimento non ha pixel etichettati sul raster; scegline uno che gli si sovrapponga.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The second date lies {} pixels down and {} to the right: it is moved back</source>
   <translation>La seconda data si trova {} pixel più in basso e {} più a destra: viene riportata al suo posto</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The selection was made for the model {}, the clusters come from {}; select again on these clusters.</source>
   <translation>La selezione è stata fatta per il modello {}, i cluster vengono da {}; seleziona di nuovo su questi cluster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The strokes of the selection lie on another raster; what was learnt from them is applied.</source>
   <translation>I tratti della selezione stanno su un altro raster; si applica ciò che ne è stato appreso.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The time budget of {} minutes is spent after epoch {}.</source>
   <translation>Il tempo massimo di {} minuti è esaurito dopo l'epoca {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied rasters.</source>
   <translation>L'addestramento non è migliorato: la perdita è passata da {} a {}. Prova un tasso di apprendimento minore, o raster più vari.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in the last epoch. More epochs may do better: give the model as the one to continue from.</source>
   <translation>L'addestramento migliora: la perdita è scesa da {} a {}, e il {} % dei pixel ha ancora cambiato cluster nell'ultima epoca. Altre epoche possono fare meglio: indica il modello come quello da cui continuare.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the last epoch. More epochs would change little.</source>
   <translation>L'addestramento è andato bene: la perdita è scesa da {} a {}, e solo il {} % dei pixel ha cambiato cluster nell'ultima epoca. Altre epoche cambierebbero poco.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The two dates have no edges in common that would tell a shift; none is taken off.</source>
   <translation>Le due date non hanno bordi in comune che dicano uno spostamento; non ne viene tolto nessuno.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to one, such as Float32, with 'Translate' or the raster calculator.</source>
   <translation>I valori di {} e {} differiscono di {} volte o più, come quelli di tipi o unità diversi; portare tutti i fogli a un solo tipo, come Float32, con 'Converti' o il calcolatore raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster.</source>
   <translation>Ci sono {} pixel validi{}, meno dei {} cluster richiesti; chiedine al massimo {} o indica un raster più grande.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no encoder {}; choose an ONNX file with ENCODER.</source>
   <translation>Non c'è alcun codificatore {}; scegliere un file ONNX con ENCODER.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no model file {}; choose one that 'Train' has written.</source>
   <translation>Non c'è alcun file di modello {}; scegline uno scritto da 'Addestra'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters.</source>
   <translation>Non c'è alcun pixel valido su cui addestrare: tutti sono nodata, mascherati, NaN o fuori da AREA. Scegli altri raster.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>There is no working Python at {}; install one with Plugins &gt; ClusterNet &gt; Python environment, or name one in the setting clusternet/python.</source>
   <translation>Non c'è un Python funzionante in {}; installane uno con Plugin &gt; ClusterNet &gt; Ambiente Python, o indicane uno nell'impostazione clusternet/python.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the files. Take all of one version.</source>
   <translation>Sono embedding di versioni diverse, i cui numeri non significano lo stesso ({}): i cluster seguiranno i file. Prenderli tutti di una sola versione.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one type, such as Float32, with 'Translate'.</source>
   <translation>Ciò che rende uguali i fogli taglierebbe {} di {} agli estremi del suo tipo, da {} a {}: portare tutti i fogli a un solo tipo, come Float32, con 'Converti'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>about {} left</source>
   <translation>ancora circa {}</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (CONFIDENCE) does not overlap the raster; give the confidence of this map.</source>
   <translation>{} (CONFIDENCE) non si sovrappone al raster; dare la confidenza di questa mappa.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} (EXTRA) does not overlap the raster; give one that covers it.</source>
   <translation>{} (EXTRA) non si sovrappone al raster; indicarne uno che lo copra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} does not overlap the raster of the first date; give one that covers it.</source>
   <translation>{} non si sovrappone al raster della prima data; datene uno che lo copra.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no field '{}'; its fields are: {}.</source>
   <translation>{} non ha un campo '{}'; i suoi campi sono: {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no polygon; choose a layer of polygons as zones.</source>
   <translation>{} non ha poligoni; scegli un layer di poligoni come zone.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no valid pixel, or next to none: it is left as it is.</source>
   <translation>{} non ha alcun pixel valido, o quasi: resta com'è.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out.</source>
   <translation>{} non ha alcun valore sui {} pixel di CLASSES; datene uno che li copra, o lasciatelo vuoto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has one value all over: its brightness is matched, and no contrast.</source>
   <translation>{} ha un solo valore ovunque: è adattata la sua luminosità, e nessun contrasto.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only.</source>
   <translation>{} ha le bande di AlphaEarth e byte, ma i loro vettori non hanno lunghezza uno: sono stati ricampionati, scalati o tagliati, e vengono presi come semplici bande. Ottenere di nuovo il file e riproiettarlo solo con il vicino più prossimo.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes.</source>
   <translation>{} ha {} bande, e un raster di classi ne ha una; scegliere un raster di classi, come quello scritto da 'Segmenta'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} has {} bands; band {} was asked for.</source>
   <translation>{} ha {} bande; è stata chiesta la banda {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings of {} as bytes: they are read as vectors of unit length.</source>
   <translation>{} contiene embedding di {} come byte: vengono letti come vettori di lunghezza uno.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' as they are.</source>
   <translation>{} contiene embedding, i cui numeri hanno lo stesso significato su tutti i fogli: dare i fogli così come sono a 'Addestra rete di clustering'.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes.</source>
   <translation>{} contiene valori da {} a {}; la confidenza è compresa tra 0 e 1. Dare CONFIDENCE, che 'Mappa cluster' scrive.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first.</source>
   <translation>{} è un servizio {}, che dà immagini e non valori; esporta prima come GeoTIFF la parte che ti serve.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is given twice; give each sheet once.</source>
   <translation>{} è indicato due volte; indicare ogni foglio una volta.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is no complete ClusterNet model ({}); copy or train it again.</source>
   <translation>{} non è un modello ClusterNet completo ({}); copialo o addestralo di nuovo.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} is the folder of a sheet; choose another one, so that sheets before and after do not mix.</source>
   <translation>{} è la cartella di un foglio; sceglierne un'altra, perché i fogli di prima e di dopo non si mescolino.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the area has changed: if that is too much, mask clouds as no data, or give a model trained on both dates.</source>
   <translation>{} dell'area è cambiato: se è troppo, mascherate le nuvole come senza dati, o date un modello addestrato su entrambe le date.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} markers lie on no pixel of CLASSES, or share one.</source>
   <translation>{} dei {} marcatori non si trovano su alcun pixel di CLASSES, o ne condividono uno.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of the {} zones lie outside the raster: they have no area on it.</source>
   <translation>{} delle {} zone stanno fuori dal raster: non vi hanno area.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. KEEP_FLAT_BORDERS keeps it.</source>
   <translation>{} di {} è un bordo uniforme ({}, {} in tutte le bande) che non è dichiarato nodata: è escluso. KEEP_FLAT_BORDERS lo mantiene.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} is cut off at the ends of its type, {} to {}.</source>
   <translation>{} di {} è tagliato agli estremi del suo tipo, da {} a {}.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or touched a neighbour.</source>
   <translation>{} di {} poligoni conservano il loro contorno o una parte: gli angoli retti avrebbero coperto male i loro pixel o toccato un vicino.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{} would overwrite {}: both are {}; give {} another name.</source>
   <translation>{} sovrascriverebbe {}: entrambi sono {}; dai a {} un altro nome.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is.</source>
   <translation>{}: nessuna sovrapposizione con gli altri fogli, e solo il {} del terreno è simile: resta com'è.</translation>
  </message>
  <message>
   <location filename="../../layers/sentences.py" />
   <source>{}: no overlap with the other sheets; matched by the {} of the ground that is alike.</source>
   <translation>{}: nessuna sovrapposizione con gli altri fogli; adattato in base al {} del terreno che è simile.</translation>
  </message>
  <message>
   <location filename="../../layers/sources.py" />
   <source>QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another layer.</source>
   <translation>QGIS non può aprire la sorgente del layer '{name}', {source}; ripara la sorgente, o scegli un altro layer.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.</source>
   <translation>{count} dei {total} elementi di '{name}' non possono essere letti da GDAL e sono esclusi.</translation>
  </message>
  <message>
   <location filename="../../layers/vectors.py" />
   <source>{path} has no field '{field}'; its fields are: {names}.</source>
   <translation>{path} non ha un campo '{field}'; i suoi campi sono: {names}.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>ClusterNet: paint and see</source>
   <translation>ClusterNet: dipingi e vedi</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch is being installed, {} % are done. Run the algorithm again when it is there.</source>
   <translation>PyTorch è in corso di installazione, fatto il {} %. Esegui di nuovo l'algoritmo quando sarà presente.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>PyTorch, with which models are trained and applied, is not installed yet. Close this message: the window that opens then installs it.</source>
   <translation>PyTorch, con cui i modelli sono addestrati e applicati, non è ancora installato. Chiudi questo messaggio: la finestra che si apre allora lo installa.</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Python environment...</source>
   <translation>Ambiente Python...</translation>
  </message>
  <message>
   <location filename="../../plugin.py" />
   <source>Segment a raster by painting strokes on the map</source>
   <translation>Segmenta un raster dipingendo tratti sulla mappa</translation>
  </message>
 </context>
</TS>
