"""The boundaries of 4,096 shards, front-coded; made by `tools/make_boundaries.py`."""

TABLE = """
00.13 24 28 11 17 01. 20. 10 2. 20 30 23 110 123 130 15 2.6 16 21 17 18. 19 2.2 22 27 02 1. 21 10 21 37 22 35 11 24
12 25 13 24 14 15 16 18 03 1. 23 27 11 121 14 18 04 1.2 14 05 1. 10p 15 06.5 07 12 08 09 0@ 0a 10 11 20 21 12 16 2b
1a 2k 2l 2r 1b 2c 2l 2o 3rtc 3u 4tp 5t 3v 2r 2s 3o 3tracti 2u 1ccep 5ti 4s 5se 7s 6i 7n 3i 3o 4r 3u 2d 2hieves 2k 2t
3ionf 4v 5e 6c 6e 5i 3o 3uald 5t 1d 2d 3a 3b 3e 3f 3i 4t 5iona 9le ah 3l 3r 3s 3tod 2j 2m 2o 3pte 2v 3anceds 3e 3i 1f
2fecti 2o 2tern 5p 5w 1g 2e 2g 1h 1j 1lc 2g 2iase 3g 4nt 2l 3_ 3a 3i 3o 4we 3p 3r 2m 2ong 2p 2r 2s 2t 3e 4ri 5n 6ati
9v ael bs 3h 2u 2wayss 1m 2a 2o 1n 2a 3ly 5t 5z 6e 7d 2c 2de 3r 4e 5w 6m 5y 2g 2imat 6ed 6io 4e 2n 3ou 2o 3t 4herc 2s
2y 3m 3o 3t 3w 4h 1p 2i_ 3c 4reater 3s 4e 2l 2p1 32 3b 3c 3eara 4n 5dc 3i 3li 5cations bt 5e 6s 3o 3r 4o 5acha 3s 4i
1r 2c 2e 3a 4s 3n 3p 2g 3e 3s 3u 4ments 2h 2i 2r 3ay 5b 5p 2t 3i 4s 1s 2c 2h 2i 3d 2k 2p 2s 3et 3i 4gni 4s 3ociates
3u 4mi 2t 2yncc 6on 5h 1t 2a 2h 2l 2tache 3e 4n 3r 4ibuten 9s 4o 4s 1u 2gmente 2s 2tho 5ri 3o 4f 4m 5atio 4s
5electingi 1v 2at 4ars 2g 2oide 5i 1w 2ar 4e 1x 0b7 1a 2cker 4groundc ae 4p 3o 2f 2n 2r 3c 2s 3edu 4i 4l 4s 3ica 2t
3chi 1c 1e7 2a 3n 3t 3u 2c 3c 3o 4mes 2d 2f 3orec 6d 6i 6m 6p 2g 3u 2haved 5i 6ora 2i 3n 2l 3i 2m 2n 3c 4hmarks 2r 2s
2t 3w 2w 2y 2z 1f 1i 2n 3di 4s 2o 2tf 1lah 2o 3c 4kq 3g 2u 1o 2dys 2l 2ok 3l 3m 2r 3derr 2t 3he 4s 2u 3n 4di 2x 1r
2an 3s 2eak 5s 2i 3n 2o 3u 3wserc 7o 7v 1u 2e 2gf 2i 3ldi 5s 4t 5i 2l 2m 2ndled 6r 3n 2t 3t 4on_ 7or 6c 7licke 8o 7o
6s 2y 1y 2e 2p 3asse 7s 0c 17 1achea 5s 2d 2l 3culaten 8i 3l 4a 4b 5ackm 8s 4e 5r 4i 4s 5o 5t 2m 3er 2n 3a 4r 5y 3c
4ela 6l 3l 2p 3ability 3e 3itals 3tu 2r 3ef 3r 2s 3ed 4s 3i 3t 4e 2t 3co 2u 3s 4ed 4i 2v 1c 2c 1e 2n 2rt 1f 1haini 3k
3nd 4ged 7_ 7t 6e 6n 6sb 7e 5i 4n 3r 4a 4s 3ti 2eat 3cka 5b 5e 5f 3d 3e 3n 2ild1 52 5c 5p 4e 2o 3o 3s 2ro 1i 2r 2t
1lark 3s 4sa 5e 5l 2e 3ane 5u 4re 3m 3v 2i 3cka 5c 5i 3e 4nto 2o 3b 3ned 3s 4ed 4i 3u 1m 1o 2deb 5ases 4d 4l 3i 2f 2l
3l 4ectio 7s 3o 4r 5b 3u 2mb 3e 4s 3f 3i 3m 4entd 4i 5ts 4o 5nl 4u 5nicati 3p 4a 5n 5red 6i 7sons 4b 4e 4i 5led 8i 7r
7s 8k 4l 5et 7ed 8s 6x 7d 4o 5nent1 92 93 9_ 9a 9b 9c 9d 9e 9o 9s ab ac ai as 9t 9w 5s 6e 6i 7tione 4r 5i 4u 5tedg 8l
7r 2n 3catenations 4epts 5r 4i 4u 3di 5tiona 9s 4u 3f 4i 5g 6s 6ure 9a 5n 5rmi 4o 4u 3g 3n 4ecti 8onr 3s 4i 5dera 8e
5s 6ten 7i 4olem 6i 4t 5a 6nt 8l 8s 5i 5raini 6u 7cto 4u 5med 3t 4acts 5ine 8r 7i 7s 4e 5ntd 7e 7f 7s 5x 6ts 7t 4inue
7i 4r 5ibuti 9o 5o 6ll 7s 3v 4ent 5r 6t 7e 4i 2or 2p 3yc 2rn 3r 4ecti 7n 5sponds 3s 2stl 2u 3ldn 3n 4t2 5er_ 5i 3p 2v
3era 1p 1r 2e 3atea 7ppf 6b 6c 6d 6e 7lementb dv 6i 6p 6s 7s 6u 5io 2i 3t 2o 3sse 1s 2s2 1t 1uc 2r 3rentc 8o 9u 7m 7s
3s 2s 3tom1 6e 7r 6i 6l 6r 1y 0d2 1a 2ngers 2s 2tab 4c 5om 4g 4p 3e 4t 1b 1ea 2b 3ounci 3u 4ggerh 2c 3e 3is
3larations 9v 6e 7d 7s 3o 4der 4u 2d 2e 3pc 4l 2f 3aultc 7e 7i 7p 7s 3e 4rr 3inea 6c 7on 6e 7x 6m 6p 5i 6t 2g 2h 2lb
3etea 3h 3iv 2m 3oe 2n 3o 2p 3endency 8t 6i 6s 3i 3l 4oymentd 3recati 4i 2r 2s 3cr 5ibed 6p 7tions 3e 3ignb 6i 4r 3m
3tr 5u 6ctured 2t 3aile 6s 7p 3e 4cta 4r 5mined 3r 2vd 3e 4lopers 7i 7m 3i 4c 3t 1g 1ic 2e 2ffere 7nt 9i aated ds 9l
4i 5n 2m 2re 4cti 7vea 9s 6l 6o 7ri 3n 2sabl 4g 4p 3c 4onnecte 5r 5ur 4r 4usse 3h 3m 3patcher 4l 5aye 8dc 7s 4o 3t
4incti 4r 2v 3e 4l 3i 4n 1o 2a 2b 2c 3s 3u 4menta 9tiont 2d 2e 3sn 2g 3m 3s 2h 2m 3a 4ins 3e 2n 3a 4tio 3g 2t 2u 2v
2wng 4loadi 1p 1ram 2e 2iv 1t 1u 2m 2plicated 2r 2s 3t 1w 1y 2namicas 7c 7s 0e 10 12 1ag 3erl 2r 3lies 2s 3i 4n 2t
1cos 1d 2ita 4f 4o 1e 1ffecta 6i 6s 3i 4cient 3o 1i 1j 1l 2e 3mentn 7s 7t 2i 3g 2s 3ew 1mb 2e 2i 3tt 2o 2pl 2u
1nabled 5i 3c 2c 3ou 5nteri 5ragi 2d 3e 2e 2forci 2g 2hancem 2j 2q 2s 3uri 2t 3era 3h 3i 4rel 3r 2u 2vi 1o 1ps 1q
2uivalentl 1r 2r 3orb 6ou 5c 5h 1s 22 2b 2capi 2m 2s 2t 1t 1u 1valuati 2e 3ni 4l 4th 5m 5n 5t 5u 3r 4y 5b 5o 5w 1x 2a
3mple2 7e 7s 2c 3eede 6i 6s 4p 5tions 3l 4udi 2e 3cutes 6i 2h 2i 3stingr 5s 2p 3e 4cta 6i 6t 4n 5siveco 4r 5ienced 6m
5t 3l 4an 4i 4o 5r 6es 3o 4rte 6i 6s 4s 5ed 6s 5i 3r 4essions 8v 2tendi 5s 6iv 4r 3r 4ac 6ti 7p 4e 0f 1aci 3to 2d 2i
3lsi 2k 2llbackc 3s 4y 2m 3iliari 2n 2q 2s 3te 1c 2p 1eaturea 7c 7s 8p 2c 2e 2f 3u 2m 2t 3chb 5i 5m 5p 2w 3e 1f
1ields 2g 2j 2led 4n 3i 3l 3t 4ere 2n 3ali 5p 3d 4a 4r 3g 3i 2r 3ed 3i 3stc 6h 6o 5n 2t 2x 3es 1j 1lak 2e 3x 2i 2o 3w
2u 2y 1ocusa 5e 5l 2lk 3lowa 6i 6s 6u 2n 2o 3b 3i 3tn 2r 3c 4ed 5f 5s 5u 4i 3eg 3g 3k 3ma 5t 4d 4e 4i 4t 3u 3wardr
2unda 1r 2ag 3m 4eworke 4i 2e 3ei 3s 2i 2o 3me 3n 4te 3z 2u 3itp 1u 2l 3lm 4s 2n 3c 4tiona 9lc ai al 8i 3d 4amentall
bs 4e 2t 2z 0g 14 1al 2r 1d 1enerall 6t 7es 7i 8ons 5ica 3rei 2r 2ta 4ll 4n 3c 3e 3h 3o 3s 4e 4t 3ter 1i 2j 2v 3en 3i
1l 2oba 5lc 6l 6s 1o 2b 2l 2o 3g 2tc 1r 2ai 3nu 3t 2e 3e 4tings 2i 2o 3w 1s 1uarantees 2e 2ide 5l 5s 0h 12 1ad 2n 3dl
5e1 6a 6c 6d 7e 8l 6h 6l 6o 6po 6ra 6s 7a 8vec 7e 6t 7o 4s 3g 2p 3pi 2r 3dc 3i 2s 3e 3g 3h 4i 2t 2ven 3i 2w 3aiia 2z
1e 2ada 4erp 4l 3r 3v 2ights 2ll 3m 3p 4e 5rs 4f 3s 2n 2rm 3o 3r 1g 1idec 2g 3he 4l 5ighti 2j 2p 2t 1m 1ol 3e 2m 2ok
4s 5u 3r 2s 2t 2v 2we 3t 4o_ 1q 1r 2e 1s 1tml5 4a 4d 1u 2aw 2b 2m 1y 2drated 7r 6i 0i 11 28np 1c 1d 22 2eal 3f 3n
4tifiers 6t 3o 2p 1e 1fr 3ames 1g 2nored 6s 6u 1l 1m 2ager 5sr 2e 2gn 2mer 3u 2p 3ai 3l 4ementa 9e 9i 9s 4i 3o 4rta
7nt 9l 6e 6i 6m 6s 4s 3r 4oved 7s 1n 2a 3ccu 4t 3d 3p 2b 2c 3l 4uded 7s 6i 5s 6iv 3omp 4r 3r 4easeb 5d 5menta 9b 3u
2d 3ependentl 3i 4c 5ati 5e 3o 3y 2f 3err 3i 3l 3o 4r 5mativ 6s 2h 3erite 2i 3tiala 8rt 7d 7iz 9er 7p 7t 2j 3ecte 6io
8ns 2l 3ined 2n 3erm 2p 3utc 5m 5t 2se 4rti 3i 4der 4g 5hts 3p 4i 3t 4alla 7i 5nceo 8s 8t 6t 7l 4i 4o 4r 5ucti 3u 4lt
2te 4grates 8i 6i 4n 5s 4r 5a 6cti 9v ael 8s 5e 6sti 5f 6e 5l 5nall 5p 6olatio 6r 5s 5t 5vi 3r 4in 6sice 4o 5d 6uces
3u 4iti 2v 3alidates 3e 4stigati 3i 3ok 1o 2j 1r 1s_ 2a 3m 2b 3u 2c 3o 2d 2el 2g 2l 2n 2o 2p 3e 2r 3ef 2s 3ued 4i 1t
2a 3liano 5c 6s 2e 3mc 4p 4sc 3r 4ato 2s 3e 1v 0j 1a 2c 2n 2s 2vas 2w 2z 1b 1e 1i 1o 2r 1p 1sc 2d 2f 2onp 2x 1u 2l 2n
2sti 5f 0k 1as 1d 1e 2epa 2n 2p 2y 3a 3b 3d 3s 3w 1in 1n 2ow 4n 1o 1r 0l 1abele 3o 2d 2n 3ds 3gu 2o 2r 3ges 2s 3tc 2t
3es 3t 2u 2v 2y 2z 3y 1e 2adi 3f 3n 3r 4ni 3v 4es 2b 2g 3e 2n 2s 3so 2ts 3t 4eri 6s 2velc 5s 2w 2x 1i 2brary 2c 3f 2f
3t 2g 3htw 2keb 4c 4d 5v 4s 2mi 2n 3e 4a 3ke 3s 3ters 2s 3tc 4e 5n 6ers 6i 4i 2t 2v 1j 1n 1oadd 4er 4i 4l 2c 3alc 5h
4t 5i 2d 2g4 3b 3f 3i 4ca 3o 3s 2n 3ge 4s 2o 3ke 4u 2r 3e 2t 2u 2w 3erq 1u 0m 1a 2crom 2g 3n 2h 2inc 4t 5aine 5e 2j
3ore 2keb 4s 3i 2l 3d 2n 3agea 6m 5i 3i 4pulatio 3u 4f 2p 3m 3p 4edc 2r 3ginb 3i 3kd 4e 4u 2s 2tcha 5i 5m 3h 3r 2x 3i
2y 3b 4er 6efo 1c 1e 2a 3nt 5i 4w 3s 2c 2d 2etu 2m 3o_ 4ize 4r 2n 2r 3ges 2ssageb 7c 7p 2t 3af 3h 4ods 3r 1f 1i 2d
2gr 4ated 6i 2k 2ll 2n 3d 3im 5i 3o 2s 3matche 3s 3taken 2t 2xe 1k 1oc 2d 3el 5e 5i 4r 4s 3i 4fierg 5y 3u 4lep 2f 2n
3tr 2reb 4o 4r 4s 3n 2stl 2t 3iv 2u 3nta 5i 3s 4ee 2v 3ea 4m 3in 1p 1u 2f 2ltil 5s 2m 2n 2si 3ta 5ches 2t 3ated 5i 6o
6v 1y 2b 2c 3r 2e 2l 2p 2s 0n 1am 3ed 5e 4i 4l 4s 5paced 2r 2tiv 3u 4re 2v 3igati 3l 3r 1ec 3k 2e 3de 4i 4l 4s 2g
3ativel 3l 2r 2ste 4i 2tw 2v 2w 3a 3c 4ou 3e 3l 3p 3t 3x 2xta 5rtw 4d 4m 4t 1i 1o 2a 2b 2d 3e_ 4s 2f 2m 2n 3e 2o
2rmalc 6i 7zes 3t 2ta 4bly 4c 4t 3e 4d 4s 3f 3h 3i 4cea 6d 4f 2u 2wr 1p 2mj 1s 1ulla 4s 2mbere 6f 6o 2x 0obj1 3e 4cte
6i 6o 6w 2l 2serve 7u 1c 2e 1f 2f 3e 4r 5s 3i 4ci 6all 3l 1h 1i 1kb 1lde 3p 1m 2itt 1n 2a 3bortc 3c 3d 4di 3g 3p
2beforem 3l 2c 3h 4angec 9o 3l 4ickc 3o 4n 2d 3r 3u 2ec 3m 4ptiedc 3n 3r 2f 2g 2i 2k 2l 3oade 2m 3o 4u 5nte 5s
6edownc 4v 2n 2pl 3ointere 2r 3en 2s 3e 3h 3ubmitc 2to 4uchs 2u 3nm 3pdaten 2w 1o 1pe 3nb 4m 3r 4ato 2p 2t 3i
4mistici 6z 7ations 7e 8dc 4n 4on1 62 6a 6m 6s 71 72 1q 1ra 3n 4ges 2c 3hestrati 2d 3erd 2e 2ga 2i 3ente 3gina 7t 1s
1therc 5e 5n 2t 1u 2rs 2t 3c 4omes 3d 3g 3p 4uts 3s 1v 2era 4c 4k 4lay 4r 5idi 4v 4w 1w 2ne 4r 0p 1a 2cke 2g 3ec 4d
4l 4u 2int 2k 2ni 2rag 4lleli 4ms 3c 3entc 6h 3i 3k 3ser 3t 4i 5alh 5cipat 6ularl 4n 4y 2s 3q 3sa 4e 5s 4i 5o 6nf 5v
4wordh 2t 3chf 3h 3i 3t 4ernsd 2v 1e 2n 2o 2r 3cy 3f 4orma 8nceo 7e 3h 3i 3m 3sis 3t 2t 1h 2i 2y 1i 2ct 2eces 2l 2o
2pel 2s 1l 2acec 5h 5i 3i 3n 4e 3t 3y 4g 4i 2e 2u 3gi 3m 1n 1oi 3nteri 2l 3is 2n 2o 2pu 4p 2r 2s 3itione 6v 3s 4ibly
3t 4b 4i 4sg 2t 2w 1r 2actice 8s 3g 2ea 3ci 3d 4o 3f 4err 4i 5xe 3l 3o 3r 4enderi 3s 4enta 5r 6ves 4s 5i 3v 4e 5nt 7i
7sc 4io 6usl 8s 2i 3mary 3n 4t 3o 3v 4at 2o 3bi 4lema 3c 4esse 8s 7o 3d 4uci 6td 7ions 3f 4e 4i 5lep 3g 4rammi 5e
6ssi 3j 4ecte 3m 4ises 3n 3pa 5g 6ati 4d 4ert 7y 8k 8n 4f 4o 4s 5_ 5o 5u 3t 3v 4ed 4ided 7r 8s 7s 6i 5n 5s 3x 1s
1ublicc 5s 6heda 2f 2n 2ri 2s 3hi 2ts 0q 1uan 2ery 3s 3u 2i 3e 2ote 0r 1adl 2j 2ndoml 2p 2t 3i 2w 1c 1ea 3che 6s 4t
51 52 5a 5e 5io 6vec 8e 7i 5j 5r 3da 5bl 7es 4e 4m 4s 3l 4c 4iz 3n 3sona 4s 2b 2ce 4ived 7s 6i 3i 4pes 3o 4m 5menda
9e 9i 9s 4n 4v 3r 3t 2d 3e 3uced 5i 2e 2fa 4ctore 8i 3e 4rencec 9d 9r 5r 6er 3i 3lecti 3r 3su 2g 3ards 3i 4stere 8s
6ry 3u 2i 2jecti 2latedt 4y 3e 4ased 4v 3i 4ev 3oc 3yi 2m 3ar 3i 3o 4v 5ed 6e 6s 2n 3ami 3dera 6c 7ont 6e 7dh 7r 6i
7ngt 8t 7t 6m 6su 6t 7os 6w 3o 2p 3eati 3l 4aced 7s 5y 3o 4rte 4s 3r 4esenta 9i 4o 2q 3u 4esti 7t 4ired 7m 8ents 6i
2r 2s 3et 5k 3is 3o 4lvec 7r 4r 3p 4ecte 7i 4o 5ns 7i 8v 3ta 4o 4ricti 3u 4lte 6i 6s 4m 5es 2t 3h 3riev 4y 3urne 6i
6s 3w 2u 3sabl 4e 5d 5s 4i 2v 3e 3i 4ewe 3o 2wro 1h 1id 2gi 2n 1o 2l 2m 2ot 41 42 4s 2u 3t 4erv 2w 2z 1u 2les 2n 3n
3s 4e 4i 3times 2s 1x 0s3 1a 2crifices 2d 2f 3el 2h 2m 3p 4l 2n 3d 3i 3s 2t 2veb 3o 2yh 1c 2al 3n 2enarios 2h 3em 2i
2oped 2r 3e 4ens 3i 4pti 6s 7h 3o 4lla 6i 6t 2u 1e 2archa 6e 6inputq 3s 3t 2c 3onda 3r 3tioni 3u 4rityr 2e 3d 4s 3i
3k 3n 2l 3ecta 6e 7do 6i 6o 3f 2m 2n 3dm 3s 3t 2o 2parated 8l 7io 2q 2rializi 3v 4erf 6p 5s 4i 2s 2t_ 3a 4d 4l 3c 4o
4u 3di 3f 3g 3i 4s 5f 5p 4t 3l 3m 3o 3p 4l 3q 3ro 3s 4electedv 4howf 4t 3t 4i 5n 6gs 4l 3u 4pc 6o 3v 3w 2vere 1f 1g
1hak 3l 4lowr 3n 3r 4es 3u 2i 3n 3ppi 2op 3r 4ter 3u 4ldc 6e 6f 7o 6n 3w 4a 4c 4it 4n 4t 1i 2deb 2e 2g 3nat 4u 2l 2m
3ilari 3p 4led 6re 5i 6fy 3u 4lati 2n 3g 4l 5et 7ons 2t 2x 2z 3i 1ki 2y 3d 1lid 2o 3t 4t 3wc 4i 1m 2e 1n 2e 1o 2c 3io
3k 2f 2li 3u 3v 2m 3ea 5t 4c 4e 5lementa 5v 4o 4p 4thingr 4v 4w 2o 2r 2u 3rced 6m 3t 1pac 3n 2e 3ar 3ci 5alc 5f 6ica
9l 9tiono 6y 7i 4s 4t 3e 2i 2l 3its 2o 2r 3i 1r 2i 1sn 1t 2able_ 3c 3f 3gi 3ll 3ndar 5p 3rt 5e 5f 5s 5t 5u 3t 4ea 5d
6a 5f 5ments 5v 4ica 4s 4usb 2e 3pp 2i 2o 3cke 3n 3pp 4s 3re 5s 2r 3an 3e 4ame 4e 3i 4cte 4k 4n 5gi 6s 4v 3u 4cture
8i 2u 2y 3led 5g 5objectb 5sb 4i 1u 2bj 3m 4ita 6s 3o 3s 4crip 4e 4t 2c 3ces 4i 2d 2f 3fers 2g 2i 2m 3me 2p 3po 5rte
7i 7s 5s 4r 5essc 8h 2rf 3g 3r 2s 3pens 3t 4ainabl 1w 2i 3tche 4z 1ym 2n 3ce 4hronize 8o 4i 3t 4h 5et 2stema 0t 1a
2bb 4u 3c 3i 3l 2c 2g 2h 2i 2k 3ea 3i 2l 2m 2p 2rgete 6i 2ska 3s 2u 1e 2amr 2c 3hniq 5o 2d 2l 3l 2m 3plates 7i 5e 4o
5rar 2n 3d 2rmi 4sc 2s 3t_ 4e 4s 2x 3ta 4c 4d 1h 2ank 5f 2e 3a 3i 3m 4e 5c 5d 6b 5p 5s 4i 4s 3n 4a 3o 4r 5i 5y 3r 4eb
5f 3s 4s 3y 2i 3ckb 3n 4g 5s 4k 5i 5s 3r 4dc 6o 5p 3sa 4d 2o 3roughl 3s 3u 4ght 7f 7s 2r 3es 3i 3ougho 4w 5i 5o 2u 1i
2g 2m 3ec 4d 4e 4outi 4r 4s 4z 2n 2t 1l 1oa 3s 4ti 2b 3e 4d 2d 3o 4d 4l 4m 2e 2gg 4led 6l 2i 2low 2o 3k 3l 4k 4t 2p
3i 4cs 2s 2u 1p 1r 2ack 5c 5i 5s 3d 4itionall 3g 3n 4sforma 9e 5i 6tione ag an 5l 6ate3 8i 8o 3p 3vele 4i 2eatd 3e 4s
5h 3m 2i 3g 4gerc 7i 7o 7u 3n 2ou 4bleshootingf fo 3x 2uea 3l 3s 2y 3i 1s 2c 2p 1un 1v 2a1 1wi 1x 1y 2p 3ec 4d 5a 4e
4s 5c 3i 4co 4n 5gs 0u 1ie 1l 1n 2b 2changi 3o 2der 5g 6oi 5s 6tanda ai 4s 2e 2fi 2h 2io 3t 3v 2k 2li 4kel 2m 3o
4unti 2o 3f 2r 3ef 2s 3e 3t 3u 2to 3r 2w 3rapp 1p 2c 2d 3ate_ 6c 7ar 6d 7d 6n 6r 6s 7h 2f 2g 2l 2perc 2s 1rls 1s 2a
3g 4ea 6n 5b 5d 5f 5p 5r 5t 2e 3a 4n 5o 4t 3b 3c 4ou 3d 4a 5taw 4e 5bu 3e 3f 4e 4o 3g 4ett 3im 4n 3m 4emos 3o 3rc 5o
4e 4i 4pr 4s 4t 4v 3se 4h 4or 4w 3t 2i 2u 3all 1t 2a 2f 38 2i 3liz 6i 0v 10 2.14 34 11 25.6 26 3.6 27 29.1 12 1al
3ida 6ti 3l 3u 4ea 6s 5b 5s 6e 2n 3c 3illap 2ri 4an 4e 3y 1b 1ec 2n 2rbo 3i 3o 3s 4ione 3t 2t 1f 1ia 3b 2b 2d 3eoi 2e
3wb 2h 2l 2olati 2rtuali 2s 3ibleg 4t_ 5s 2t 3ali 3ej 1j 1n 1o 2l 1s 1u 2e_ 4p 3b 3j 3u 2lnerabl 0w 1a 2k 2ll 2nte 4i
4s 2r 3ni 2s 3h 3n 3t 2t 3chef 6r 6s 3e 4rc 2y 3s 1b 1e 2a 3km 2b 3a 3c 3g 3p 3st 2i 2lcomem 3l 4i 2r 1h 2at_ 4e 2e
3nd 4e 3r 4ea 5v 3t 2i 3che 3l 3m 3t 4eb 5s 4n 2o 3l 3o 3s 2y 1i 2del 4r 4s 3t 2k 2l 3li 3s 2n 3d 4ows 2r 2t 3hd 5i
4i 4l 4m 4o 4r 4s 3n 2z 1o 2nd 2o 2rds 3ka 5rounds 4e 5r 4i 4s 5h 3l 4ds 3s 2u 3ldn 2z 1rapp 5er 5i 2i 3tables 4e 4t
2o 3cł 1t 0x 1m 1ss 0y 1el 1f 1i 1o 2uh 3r 4k 4l 4n 4r 5ef 4s 3t 4u 0z 1i 1oomi 0~6 1bckw 2d 2frc 2g 2h 2k 3s 2lc 3d
3g 3r 2n 3dl 3f 3g 2rk 3t 3w 2sc 3l 3r 2t 3b 3n 4c 3r 2v 1c 2dl 2f 2hc 4kn 3d 3l 4ds 3n 4gd 3s 4g 2k 2lb 3c 4ltn 3d
3g 3n 4t 3p 3rn 3s 4n 2m 3ng 3p 4lr 5s 5tng 4n 5t=componenta 6p 6s 7c 4r 5n 4s 5t 4t 5n 2n 3c 4tn 3d 4tns 3fg 5rtns
3m 3sl 4m 4tr 6n 3t 4c 4n 5tr 4rb 4s 4x 3v 4rtn 2pt 2r 3l 3ntc 3s 3t 4d 4f 4p 4rt 2s 3b 3d 3t 4ml 4n 2t 3n 3s 3vtd 2v
2y 3p 1d 2c 3lrt 6v 3mn 2f 3ltc 5p 3nc 4m 4p 4x 3rdq 2g 3r 2l 2m 2n 3l 2p 3n 3r 4ctn 3s 2rc 3f 3l 3p 3v 2s 3c 4s 3h
3p 4t 3t 4rctrn 2t 3b 3d 3m 3n 2v 3n 2w 1f 2c 3t 4r 2d 2g 2lb 3g 3r 3sh 3t 4r 3w 4r 2n 3ctnl 4y 5b 5t 3dn 2r 3ch
3gmntn 3m=fr 4d 5t 4f 4t 3n 4g 3s 4tnmn 2s 3c 2t 3h 3r 2w 1gdl 2k 2l 2m 2n 3rt 2r 3g 3t 2t 3f 3r 3s 1h 2dn 3r 2k 2l
2m 3p 2ndld 5f 5n 5p 5s 3t 2r 2s 3tn 2tmlf 2v 2y 1j 2l 1k 2n 2p 2r 1l 2bld 3m 3s 2c 3t 2dr 4s 2f 2gc 3h 3r 2k 2m 3r
3t 2n 3gt 3l 3x 2r 2s 3=e 3t 4c 4nm 4r 2t 2v 3l 2w 2y 1m 2c 2d 3l 4c 4r 3s 2gh 2h 2l 3t 2n 3l 3s 3tn 2p 3m 3rtd 5n 5v
2r 3c 3gn 3k 2s 3g 3m 3n 2t 3=m 3c 3h 3n 4s 2v 2xng 2y 3l 1n 2bfrp 2c 3hngc 3l 4dn 3n 3rmntl 3t 2d=neede 3c 3l 3s 3v
2f 3rm 2g 3r 2j 3ctn 2l 3r 2m 3b 4rf 3d 3n 3s 3t 4ng 2p 3l 3t 4m 2r 3f 3s 2sd 3h 3p 3t 4d=n 4l 4ncf 3v 2t=n 3b 3g 3h
3ld 4t 3m 3r 4ct 4d 4g 4p 4y 2v 3l 3rn 2w 2x 3t 4c 4s 1p 2ck 3m 2dt 4d 4q 2g 2h 2l 3cs 4tr 3g 3n 3r 3y 4grnds 2n 3g
2r 3b 3d 4ctb 6p 3fln 4r 4t 3g 3j 3l 3mt 3n 4t=pr 3p 4r 4s 4t 3q 3sn 3t 4r 3v 4d=provided 4n 5tn 2s 3=app 3c 3h 3q
3tn 3w 2t 3m 3n 4g 4t 2w 1qd 2s 1r 2b 2c 3m 3n 3r 3t 4=rec 4c 4h 4r 4vc 3v 2d 3c 3n 3r 2f 3rncn 4s 2g 3m 3n 3s 4trs
2l 3n 3t 4n 2m 3vf 2n 3dr=rendere 5d 5s 5t 6r 3f 3t 2p 3n 2q 3sts 2sb 3l 4v 5d 3m 3pnsb 3t 4rn 2t 3n 3r 4nd 5g 4s 2v
3r 2y 1s 2b 3r 2ch 3l 3n 3p 3r 4pts 4t 3s 3tn 2d 2f 3c 3d 2g 2h 3g 3l 4w 3m 3p 3r 3s 3w 4s 2l 3ctd 3d 4=sl 3k 3t 4n
3v 2m 3=u 3l 3p 2n 3dn 3gl 4p 3s 2p 3cf 4t 3n 4r 3r 4s 4t 5n 2q 2rc 4hl 4t 3f 3s 3v 4rl 2t 3=su 3b 3c 4l 3d 3h 3l 3m
4s 3nd 3p 4c 4n 4s 3q 3r 4d 4l 4n 5gl 4s 4td 5r 3s 4d 4k 4p 3w 3yln 5s 2vd 2w 2y 3ncd 5hrnzs 3s 2z 1t 2chnq 2d 3s 2g
2h 3n 4k 3r=t 6hr 3s 4=tho 4r 3t 3y 2k 3ng 3s 2l 3p 3s 3tph 2m 3c 3p 4lts 3r 3s=t 2n 2r 3b 4t 3c 4ks 3f 3grf 4tn 3m
3ns 5ltn 5p 5tns 3s 3t 2s 3ks 3t 2v 2x 2y 3p 4n 1v 2d 3c 2g 2lb 3d 3n 3s 3t 2nl 2r 3b 3d 3l 3t 3v 2s 3l 2t 1w 2d 2hl
3n 4v 3t 4h 2l 3c 3d 2nr 2r 3kd 3l 3p 2t 3chf 5r 3h 4d 4m 4n 4r 1x 2ct 2m 2p 3l 3ns 3rs 4t 3s 4d 2s 2tr 1y 2r 3k 3l
0р 0ㅌ 0ㅎ 0简"""
