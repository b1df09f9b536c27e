PREFIX : <http://e/>
INSERT DATA { :a :b :c . GRAPH :g { :a :b "x"@en, 1, 2.5, 1e3 } } ;
DELETE DATA { GRAPH :g { :a :b 1 } } ; DELETE WHERE { ?s :p ?o . GRAPH ?g { ?s ?p ?o } } ;
WITH :g DELETE { ?s ?p ?o } INSERT { ?s :q [ :r ?o ] } USING :h USING NAMED :i WHERE { ?s ?p ?o OPTIONAL { ?o :z ?z } FILTER(?z > 3 && !bound(?q)) } ;
LOAD SILENT <file:///tmp/x.nt> INTO GRAPH :g ; CLEAR ALL ; DROP SILENT GRAPH :g ; CREATE GRAPH :n ; COPY DEFAULT TO :g ; MOVE :g TO DEFAULT ; ADD GRAPH :g TO :h
