import type { Place } from './place.ts';

/** One city a line: id | name | region | country | geohash of its centre. Large on the wire: load it when a place is asked for. */
const rows = `
abu-dhabi-ae|Abu Dhabi|Abu Dhabi|AE|thqej
dubai-ae|Dubai|Dubai|AE|thrr3
kabul-af|Kabul|Kabul|AF|tw1hq
tirana-al|Tirana|Tirana|AL|srq55
yerevan-am|Yerevan|Yerevan|AM|szpss
luanda-ao|Luanda|Luanda|AO|kq3mt
buenos-aires-ar|Buenos Aires|Buenos Aires|AR|69y7p
cordoba-ar|Córdoba|Córdoba|AR|6d6m7
mendoza-ar|Mendoza|Mendoza|AR|66phc
rosario-ar|Rosario|Santa Fe|AR|6dhus
graz-at|Graz|Styria|AT|u26gz
innsbruck-at|Innsbruck|Tyrol|AT|u22hg
linz-at|Linz|Upper Austria|AT|u2d4v
salzburg-at|Salzburg|Salzburg|AT|u23rb
vienna-at|Vienna|Vienna|AT|u2edk
adelaide-au|Adelaide|South Australia|AU|r1f93
brisbane-au|Brisbane|Queensland|AU|r7hgd
canberra-au|Canberra|Australian Capital Territory|AU|r3dp3
darwin-au|Darwin|Northern Territory|AU|qvv11
hobart-au|Hobart|Tasmania|AU|r22u0
melbourne-au|Melbourne|Victoria|AU|r1r0f
perth-au|Perth|Western Australia|AU|qd66h
sydney-au|Sydney|New South Wales|AU|r3gx2
baku-az|Baku|Baku|AZ|tp5my
sarajevo-ba|Sarajevo|Sarajevo|BA|srv1d
chittagong-bd|Chittagong|Chittagong|BD|w5cr0
dhaka-bd|Dhaka|Dhaka|BD|wh0r3
antwerp-be|Antwerp|Flanders|BE|u155k
brussels-be|Brussels|Brussels|BE|u1516
ghent-be|Ghent|Flanders|BE|u14dk
liege-be|Liège|Wallonia|BE|u15bn
plovdiv-bg|Plovdiv|Plovdiv|BG|sx3xg
sofia-bg|Sofia|Sofia|BG|sx8df
varna-bg|Varna|Varna|BG|sxevg
la-paz-bo|La Paz|La Paz|BO|6mpd1
santa-cruz-bo|Santa Cruz|Santa Cruz|BO|6sg4f
belo-horizonte-br|Belo Horizonte|Minas Gerais|BR|7h2y8
brasilia-br|Brasília|Federal District|BR|6vjyn
curitiba-br|Curitiba|Paraná|BR|6gkzq
fortaleza-br|Fortaleza|Ceará|BR|7pkdg
manaus-br|Manaus|Amazonas|BR|6xmq6
porto-alegre-br|Porto Alegre|Rio Grande do Sul|BR|6fet4
recife-br|Recife|Pernambuco|BR|7nx4n
rio-de-janeiro-br|Rio de Janeiro|Rio de Janeiro|BR|75cm9
salvador-br|Salvador|Bahia|BR|7jsw5
sao-paulo-br|São Paulo|São Paulo|BR|6gyf4
gaborone-bw|Gaborone|South-East|BW|ked7v
minsk-by|Minsk|Minsk|BY|u9ede
calgary-ca|Calgary|Alberta|CA|c3nfk
edmonton-ca|Edmonton|Alberta|CA|c3x29
halifax-ca|Halifax|Nova Scotia|CA|dxfy1
montreal-ca|Montreal|Quebec|CA|f25dv
ottawa-ca|Ottawa|Ontario|CA|f244m
quebec-city-ca|Quebec City|Quebec|CA|f2m67
toronto-ca|Toronto|Ontario|CA|dpz83
vancouver-ca|Vancouver|British Columbia|CA|c2b2q
winnipeg-ca|Winnipeg|Manitoba|CA|cbfgv
kinshasa-cd|Kinshasa|Kinshasa|CD|kr4ye
basel-ch|Basel|Basel-City|CH|u0mqs
bern-ch|Bern|Bern|CH|u0m71
geneva-ch|Geneva|Geneva|CH|u0hqg
lausanne-ch|Lausanne|Vaud|CH|u0k8w
zurich-ch|Zurich|Zurich|CH|u0qj6
abidjan-ci|Abidjan|Abidjan|CI|ebvnk
santiago-cl|Santiago|Santiago|CL|66j9x
valparaiso-cl|Valparaíso|Valparaíso|CL|66j5f
douala-cm|Douala|Littoral|CM|s0wzn
beijing-cn|Beijing|Beijing|CN|wx4fb
chengdu-cn|Chengdu|Sichuan|CN|wm6jb
guangzhou-cn|Guangzhou|Guangdong|CN|ws0e9
shanghai-cn|Shanghai|Shanghai|CN|wtw3s
shenzhen-cn|Shenzhen|Guangdong|CN|ws105
wuhan-cn|Wuhan|Hubei|CN|wt3q1
xi-an-cn|Xi'an|Shaanxi|CN|wqj7q
bogota-co|Bogotá|Bogotá|CO|d2g6f
cali-co|Cali|Valle del Cauca|CO|d29ed
medellin-co|Medellín|Antioquia|CO|d3472
san-jose-cr|San José|San José|CR|d1u0q
havana-cu|Havana|Havana|CU|dhj7m
nicosia-cy|Nicosia|Nicosia|CY|swr8p
brno-cz|Brno|South Moravia|CZ|u2ezc
ostrava-cz|Ostrava|Moravia-Silesia|CZ|u2ugr
prague-cz|Prague|Prague|CZ|u2fkb
berlin-de|Berlin|Berlin|DE|u33db
bremen-de|Bremen|Bremen|DE|u1qmb
cologne-de|Cologne|North Rhine-Westphalia|DE|u1hcy
dortmund-de|Dortmund|North Rhine-Westphalia|DE|u1jm1
dresden-de|Dresden|Saxony|DE|u31f2
dusseldorf-de|Düsseldorf|North Rhine-Westphalia|DE|u1hg6
erfurt-de|Erfurt|Thuringia|DE|u1pf4
essen-de|Essen|North Rhine-Westphalia|DE|u1huz
frankfurt-de|Frankfurt|Hesse|DE|u0yjj
freiburg-de|Freiburg|Baden-Württemberg|DE|u0t94
hamburg-de|Hamburg|Hamburg|DE|u1x0e
hanover-de|Hanover|Lower Saxony|DE|u1qcv
kiel-de|Kiel|Schleswig-Holstein|DE|u1xjn
leipzig-de|Leipzig|Saxony|DE|u30u1
munich-de|Munich|Bavaria|DE|u281z
munster-de|Münster|North Rhine-Westphalia|DE|u1jrt
nuremberg-de|Nuremberg|Bavaria|DE|u0zck
rostock-de|Rostock|Mecklenburg-Vorpommern|DE|u38es
stuttgart-de|Stuttgart|Baden-Württemberg|DE|u0wt8
aarhus-dk|Aarhus|Central Denmark|DK|u1zr2
copenhagen-dk|Copenhagen|Capital Region|DK|u3buy
odense-dk|Odense|Southern Denmark|DK|u1z7h
santo-domingo-do|Santo Domingo|Distrito Nacional|DO|d7q30
algiers-dz|Algiers|Algiers|DZ|snd1j
guayaquil-ec|Guayaquil|Guayas|EC|6px5w
quito-ec|Quito|Pichincha|EC|6rbny
tallinn-ee|Tallinn|Harju|EE|ud9d5
tartu-ee|Tartu|Tartu|EE|ud7h0
alexandria-eg|Alexandria|Alexandria|EG|stt32
cairo-eg|Cairo|Cairo|EG|stq4y
barcelona-es|Barcelona|Catalonia|ES|sp3e3
bilbao-es|Bilbao|Basque Country|ES|eztyj
granada-es|Granada|Andalusia|ES|eyt7w
las-palmas-es|Las Palmas|Canary Islands|ES|esvpb
madrid-es|Madrid|Madrid|ES|ezjmg
malaga-es|Málaga|Andalusia|ES|eysbg
murcia-es|Murcia|Murcia|ES|eyz0n
palma-es|Palma|Balearic Islands|ES|sp1ch
seville-es|Seville|Andalusia|ES|eyesx
valencia-es|Valencia|Valencian Community|ES|ezp8x
zaragoza-es|Zaragoza|Aragon|ES|ezrkg
addis-ababa-et|Addis Ababa|Addis Ababa|ET|scee3
helsinki-fi|Helsinki|Uusimaa|FI|ud9wr
oulu-fi|Oulu|North Ostrobothnia|FI|ued1g
tampere-fi|Tampere|Pirkanmaa|FI|udbvu
turku-fi|Turku|Southwest Finland|FI|u6xzf
suva-fj|Suva|Rewa|FJ|ruybu
bordeaux-fr|Bordeaux|Nouvelle-Aquitaine|FR|ezzx4
grenoble-fr|Grenoble|Auvergne-Rhône-Alpes|FR|u0h14
lille-fr|Lille|Hauts-de-France|FR|u140j
lyon-fr|Lyon|Auvergne-Rhône-Alpes|FR|u05kq
marseille-fr|Marseille|Provence-Alpes-Côte d'Azur|FR|spey6
montpellier-fr|Montpellier|Occitanie|FR|spfb0
nantes-fr|Nantes|Pays de la Loire|FR|gbqus
nice-fr|Nice|Provence-Alpes-Côte d'Azur|FR|spv0t
paris-fr|Paris|Île-de-France|FR|u09tv
rennes-fr|Rennes|Brittany|FR|gbwc9
strasbourg-fr|Strasbourg|Grand Est|FR|u0ts2
toulouse-fr|Toulouse|Occitanie|FR|spc00
aberdeen-gb|Aberdeen|Scotland|GB|gfnt0
belfast-gb|Belfast|Northern Ireland|GB|gcey9
birmingham-gb|Birmingham|England|GB|gcqds
brighton-gb|Brighton|England|GB|gcpch
bristol-gb|Bristol|England|GB|gcnht
cambridge-gb|Cambridge|England|GB|u1214
cardiff-gb|Cardiff|Wales|GB|gcjsz
edinburgh-gb|Edinburgh|Scotland|GB|gcvwr
glasgow-gb|Glasgow|Scotland|GB|gcuvz
leeds-gb|Leeds|England|GB|gcwfh
leicester-gb|Leicester|England|GB|gcr5q
liverpool-gb|Liverpool|England|GB|gcmzu
london-gb|London|England|GB|gcpvj
manchester-gb|Manchester|England|GB|gcw2j
newcastle-upon-tyne-gb|Newcastle upon Tyne|England|GB|gcybg
norwich-gb|Norwich|England|GB|u12gm
nottingham-gb|Nottingham|England|GB|gcrjj
oxford-gb|Oxford|England|GB|gcpn7
plymouth-gb|Plymouth|England|GB|gbvn9
sheffield-gb|Sheffield|England|GB|gcqzw
southampton-gb|Southampton|England|GB|gcp18
swansea-gb|Swansea|Wales|GB|gcjjw
tbilisi-ge|Tbilisi|Tbilisi|GE|szrv7
accra-gh|Accra|Greater Accra|GH|ebzzg
kumasi-gh|Kumasi|Ashanti|GH|ecny5
athens-gr|Athens|Attica|GR|swbb5
patras-gr|Patras|Western Greece|GR|sqz3w
thessaloniki-gr|Thessaloniki|Central Macedonia|GR|sx0r4
guatemala-city-gt|Guatemala City|Guatemala|GT|9fxeh
hong-kong-hk|Hong Kong|Hong Kong|HK|wecny
tegucigalpa-hn|Tegucigalpa|Francisco Morazán|HN|d49bp
split-hr|Split|Split-Dalmatia|HR|srexw
zagreb-hr|Zagreb|Zagreb|HR|u25ke
port-au-prince-ht|Port-au-Prince|Ouest|HT|d7k93
budapest-hu|Budapest|Budapest|HU|u2mw1
debrecen-hu|Debrecen|Hajdú-Bihar|HU|u2rqk
szeged-hu|Szeged|Csongrád-Csanád|HU|u2nr4
bandung-id|Bandung|West Java|ID|qqu88
jakarta-id|Jakarta|Jakarta|ID|qqgux
surabaya-id|Surabaya|East Java|ID|qw8nt
cork-ie|Cork|Munster|IE|gc1zr
dublin-ie|Dublin|Leinster|IE|gc7x9
galway-ie|Galway|Connacht|IE|gc3x4
limerick-ie|Limerick|Munster|IE|gc3ge
haifa-il|Haifa|Haifa|IL|svbfs
jerusalem-il|Jerusalem|Jerusalem|IL|sv9h9
tel-aviv-il|Tel Aviv|Tel Aviv|IL|sv8wx
ahmedabad-in|Ahmedabad|Gujarat|IN|ts5dg
bengaluru-in|Bengaluru|Karnataka|IN|tdr1v
chennai-in|Chennai|Tamil Nadu|IN|tf346
delhi-in|Delhi|Delhi|IN|ttnfu
hyderabad-in|Hyderabad|Telangana|IN|tepff
jaipur-in|Jaipur|Rajasthan|IN|tsvch
kochi-in|Kochi|Kerala|IN|t9y0r
kolkata-in|Kolkata|West Bengal|IN|tunb6
lucknow-in|Lucknow|Uttar Pradesh|IN|tuc8d
mumbai-in|Mumbai|Maharashtra|IN|te7ud
pune-in|Pune|Maharashtra|IN|tek92
baghdad-iq|Baghdad|Baghdad|IQ|svzt3
erbil-iq|Erbil|Erbil|IQ|syrmc
mashhad-ir|Mashhad|Razavi Khorasan|IR|tq6qs
tehran-ir|Tehran|Tehran|IR|tnke1
reykjavik-is|Reykjavík|Capital Region|IS|ge2ku
bari-it|Bari|Apulia|IT|sr7cz
bologna-it|Bologna|Emilia-Romagna|IT|srbj4
catania-it|Catania|Sicily|IT|sqdtr
florence-it|Florence|Tuscany|IT|srb10
genoa-it|Genoa|Liguria|IT|spyke
milan-it|Milan|Lombardy|IT|u0nd9
naples-it|Naples|Campania|IT|sr60k
palermo-it|Palermo|Sicily|IT|sqc8b
rome-it|Rome|Lazio|IT|sr2yk
turin-it|Turin|Piedmont|IT|u0j2q
venice-it|Venice|Veneto|IT|u20f8
verona-it|Verona|Veneto|IT|u0pfd
kingston-jm|Kingston|Kingston|JM|d71qh
amman-jo|Amman|Amman|JO|sv9tc
fukuoka-jp|Fukuoka|Fukuoka|JP|wvuxp
nagoya-jp|Nagoya|Aichi|JP|xn325
osaka-jp|Osaka|Osaka|JP|xn0m7
sapporo-jp|Sapporo|Hokkaido|JP|xpssb
tokyo-jp|Tokyo|Tokyo|JP|xn76f
mombasa-ke|Mombasa|Mombasa|KE|kzk1n
nairobi-ke|Nairobi|Nairobi|KE|kzf0t
bishkek-kg|Bishkek|Bishkek|KG|txt5b
phnom-penh-kh|Phnom Penh|Phnom Penh|KH|w649g
busan-kr|Busan|Busan|KR|wy7b1
seoul-kr|Seoul|Seoul|KR|wydm9
kuwait-city-kw|Kuwait City|Al Asimah|KW|tj4ph
almaty-kz|Almaty|Almaty|KZ|txwtv
beirut-lb|Beirut|Beirut|LB|sy10z
colombo-lk|Colombo|Western|LK|tc0z3
kaunas-lt|Kaunas|Kaunas|LT|u9bbr
vilnius-lt|Vilnius|Vilnius|LT|u99zp
luxembourg-lu|Luxembourg|Luxembourg|LU|u0u65
riga-lv|Riga|Riga|LV|ud15u
tripoli-ly|Tripoli|Tripoli|LY|smc7h
casablanca-ma|Casablanca|Casablanca-Settat|MA|evfwg
rabat-ma|Rabat|Rabat-Salé-Kénitra|MA|ey51s
chisinau-md|Chișinău|Chișinău|MD|u8ke2
podgorica-me|Podgorica|Podgorica|ME|srt9q
antananarivo-mg|Antananarivo|Analamanga|MG|mh9u9
skopje-mk|Skopje|Skopje|MK|srrnz
yangon-mm|Yangon|Yangon|MM|w4urv
ulaanbaatar-mn|Ulaanbaatar|Ulaanbaatar|MN|y2s02
valletta-mt|Valletta|Malta|MT|sq6k4
guadalajara-mx|Guadalajara|Jalisco|MX|9ewt8
merida-mx|Mérida|Yucatán|MX|d58r2
mexico-city-mx|Mexico City|Mexico City|MX|9g3w8
monterrey-mx|Monterrey|Nuevo León|MX|9u8dj
puebla-mx|Puebla|Puebla|MX|9g6hm
tijuana-mx|Tijuana|Baja California|MX|9mubb
kuala-lumpur-my|Kuala Lumpur|Kuala Lumpur|MY|w283f
maputo-mz|Maputo|Maputo|MZ|kerhm
windhoek-na|Windhoek|Khomas|NA|k7ups
abuja-ng|Abuja|Federal Capital Territory|NG|s1t7d
ibadan-ng|Ibadan|Oyo|NG|s16cc
kano-ng|Kano|Kano|NG|s4nh3
lagos-ng|Lagos|Lagos|NG|s14mh
managua-ni|Managua|Managua|NI|d44sv
amsterdam-nl|Amsterdam|North Holland|NL|u173z
eindhoven-nl|Eindhoven|North Brabant|NL|u15us
groningen-nl|Groningen|Groningen|NL|u1kwv
rotterdam-nl|Rotterdam|South Holland|NL|u15pm
the-hague-nl|The Hague|South Holland|NL|u1703
utrecht-nl|Utrecht|Utrecht|NL|u178k
bergen-no|Bergen|Vestland|NO|u4ez9
oslo-no|Oslo|Oslo|NO|u4xsu
tromso-no|Tromsø|Troms|NO|ukmkp
trondheim-no|Trondheim|Trøndelag|NO|u5r2u
kathmandu-np|Kathmandu|Bagmati|NP|tuutt
auckland-nz|Auckland|Auckland|NZ|rckq2
christchurch-nz|Christchurch|Canterbury|NZ|rb6b2
dunedin-nz|Dunedin|Otago|NZ|pzc5p
wellington-nz|Wellington|Wellington|NZ|rbsm1
muscat-om|Muscat|Muscat|OM|tk1w1
panama-city-pa|Panama City|Panama|PA|d1x7n
arequipa-pe|Arequipa|Arequipa|PE|6mj4s
lima-pe|Lima|Lima|PE|6mc5q
cebu-city-ph|Cebu City|Cebu|PH|wcb4e
davao-ph|Davao|Davao del Sur|PH|wc30y
manila-ph|Manila|Metro Manila|PH|wdw50
islamabad-pk|Islamabad|Islamabad|PK|ttgzw
karachi-pk|Karachi|Sindh|PK|tkrtk
lahore-pk|Lahore|Punjab|PK|ttsg7
gdansk-pl|Gdańsk|Pomerania|PL|u3tm0
katowice-pl|Katowice|Silesia|PL|u2vtb
krakow-pl|Kraków|Lesser Poland|PL|u2yhv
lodz-pl|Łódź|Łódź|PL|u3jy6
lublin-pl|Lublin|Lublin|PL|u9059
poznan-pl|Poznań|Greater Poland|PL|u3k41
warsaw-pl|Warsaw|Masovia|PL|u3qcn
wroclaw-pl|Wrocław|Lower Silesia|PL|u3h4g
san-juan-pr|San Juan|San Juan|PR|de2cp
gaza-ps|Gaza|Gaza|PS|sv8e0
ramallah-ps|Ramallah|West Bank|PS|sv9j2
coimbra-pt|Coimbra|Centro|PT|ez4hb
lisbon-pt|Lisbon|Lisbon|PT|eycs2
porto-pt|Porto|Norte|PT|ez3fh
asuncion-py|Asunción|Asunción|PY|6ex03
doha-qa|Doha|Doha|QA|thkxu
bucharest-ro|Bucharest|Bucharest|RO|sxfsc
cluj-napoca-ro|Cluj-Napoca|Cluj|RO|u82f1
iasi-ro|Iași|Iași|RO|u87s7
timisoara-ro|Timișoara|Timiș|RO|u2ph7
belgrade-rs|Belgrade|Belgrade|RS|srywc
novi-sad-rs|Novi Sad|Vojvodina|RS|u2n17
kazan-ru|Kazan|Tatarstan|RU|v1fvm
moscow-ru|Moscow|Moscow|RU|ucfv0
novosibirsk-ru|Novosibirsk|Novosibirsk|RU|vcfcn
saint-petersburg-ru|Saint Petersburg|Saint Petersburg|RU|udtsc
yekaterinburg-ru|Yekaterinburg|Sverdlovsk|RU|v6557
kigali-rw|Kigali|Kigali|RW|kxtku
jeddah-sa|Jeddah|Makkah|SA|sggf7
riyadh-sa|Riyadh|Riyadh|SA|th3hw
gothenburg-se|Gothenburg|Västra Götaland|SE|u6282
malmo-se|Malmö|Skåne|SE|u3chr
stockholm-se|Stockholm|Stockholm|SE|u6sce
umea-se|Umeå|Västerbotten|SE|u7q7j
uppsala-se|Uppsala|Uppsala|SE|u6ss9
singapore-sg|Singapore|Singapore|SG|w21zd
ljubljana-si|Ljubljana|Central Slovenia|SI|u24q4
bratislava-sk|Bratislava|Bratislava|SK|u2s1v
kosice-sk|Košice|Košice|SK|u2xj5
dakar-sn|Dakar|Dakar|SN|edeed
san-salvador-sv|San Salvador|San Salvador|SV|d42tc
damascus-sy|Damascus|Damascus|SY|svcy9
bangkok-th|Bangkok|Bangkok|TH|w4rqq
chiang-mai-th|Chiang Mai|Chiang Mai|TH|w5q6u
tunis-tn|Tunis|Tunis|TN|snx1r
ankara-tr|Ankara|Ankara|TR|sxp75
antalya-tr|Antalya|Antalya|TR|swtcf
bursa-tr|Bursa|Bursa|TR|sxhst
istanbul-tr|Istanbul|Istanbul|TR|sxk97
izmir-tr|Izmir|Izmir|TR|swg69
kaohsiung-tw|Kaohsiung|Kaohsiung|TW|wsj89
taipei-tw|Taipei|Taipei|TW|wsqqq
dar-es-salaam-tz|Dar es Salaam|Dar es Salaam|TZ|kygck
dnipro-ua|Dnipro|Dnipropetrovsk|UA|ub8gt
kharkiv-ua|Kharkiv|Kharkiv|UA|ubcu2
kyiv-ua|Kyiv|Kyiv|UA|u8vxn
lviv-ua|Lviv|Lviv|UA|u8c5d
odesa-ua|Odesa|Odesa|UA|u8mb7
kampala-ug|Kampala|Central|UG|s8p1v
albuquerque-us|Albuquerque|New Mexico|US|9whpt
anchorage-us|Anchorage|Alaska|US|bdvkk
atlanta-us|Atlanta|Georgia|US|dn5bp
austin-us|Austin|Texas|US|9v6kp
baltimore-us|Baltimore|Maryland|US|dqcx8
boise-us|Boise|Idaho|US|9rv25
boston-us|Boston|Massachusetts|US|drt2y
buffalo-us|Buffalo|New York|US|dpxgv
charlotte-us|Charlotte|North Carolina|US|dnq82
chicago-us|Chicago|Illinois|US|dp3wm
cincinnati-us|Cincinnati|Ohio|US|dngyk
cleveland-us|Cleveland|Ohio|US|dpmuj
columbus-us|Columbus|Ohio|US|dphgr
dallas-us|Dallas|Texas|US|9vg4m
denver-us|Denver|Colorado|US|9xj64
detroit-us|Detroit|Michigan|US|dpsby
honolulu-us|Honolulu|Hawaii|US|87z9p
houston-us|Houston|Texas|US|9vk1m
indianapolis-us|Indianapolis|Indiana|US|dp4dp
jacksonville-us|Jacksonville|Florida|US|djmut
kansas-city-us|Kansas City|Missouri|US|9yuwr
las-vegas-us|Las Vegas|Nevada|US|9qqjg
los-angeles-us|Los Angeles|California|US|9q5ct
memphis-us|Memphis|Tennessee|US|9ypzy
miami-us|Miami|Florida|US|dhwfx
milwaukee-us|Milwaukee|Wisconsin|US|dp9kz
minneapolis-us|Minneapolis|Minnesota|US|9zvxv
nashville-us|Nashville|Tennessee|US|dn6m9
new-orleans-us|New Orleans|Louisiana|US|9vrfq
new-york-us|New York|New York|US|dr5re
omaha-us|Omaha|Nebraska|US|9z7f9
orlando-us|Orlando|Florida|US|djn4k
philadelphia-us|Philadelphia|Pennsylvania|US|dr4e3
phoenix-us|Phoenix|Arizona|US|9tbq3
pittsburgh-us|Pittsburgh|Pennsylvania|US|dppn5
portland-us|Portland|Oregon|US|c20fb
raleigh-us|Raleigh|North Carolina|US|dq25d
sacramento-us|Sacramento|California|US|9qce7
salt-lake-city-us|Salt Lake City|Utah|US|9x0rv
san-antonio-us|San Antonio|Texas|US|9v1zq
san-diego-us|San Diego|California|US|9mudj
san-francisco-us|San Francisco|California|US|9q8yy
san-jose-us|San Jose|California|US|9q9k6
seattle-us|Seattle|Washington|US|c23nb
st-louis-us|St. Louis|Missouri|US|9yzgg
tampa-us|Tampa|Florida|US|dhvr5
tucson-us|Tucson|Arizona|US|9t9p6
washington-us|Washington|District of Columbia|US|dqcjq
montevideo-uy|Montevideo|Montevideo|UY|6cb16
tashkent-uz|Tashkent|Tashkent|UZ|tx34z
caracas-ve|Caracas|Capital District|VE|d9b7t
hanoi-vn|Hanoi|Hanoi|VN|w7er8
ho-chi-minh-city-vn|Ho Chi Minh City|Ho Chi Minh City|VN|w3gvd
pristina-xk|Pristina|Pristina|XK|srx49
cape-town-za|Cape Town|Western Cape|ZA|k3vp5
durban-za|Durban|KwaZulu-Natal|ZA|kdwn1
johannesburg-za|Johannesburg|Gauteng|ZA|ke7fy
pretoria-za|Pretoria|Gauteng|ZA|kekj9
lusaka-zm|Lusaka|Lusaka|ZM|ktk0k
harare-zw|Harare|Harare|ZW|ksy4d
`;

/** The cities that a person or a community can name as its place, by country, then id. */
export const places: readonly Place[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [id = '', name = '', region = '', country = '', geohash = ''] = row.split('|');
    return { id, name, region, country, geohash };
  });

const placesById = new Map(places.map((place) => [place.id, place]));

/** The place with this id, or null when the app knows none. */
export function knownPlace(id: string): Place | null {
  return placesById.get(id) ?? null;
}

/** What `place` should say: name, region, country and geohash of the list, whatever somebody wrote. Null for an unknown id. */
export function correctPlace(place: { readonly id: string }): Place | null {
  return knownPlace(place.id);
}

/** Cities of more than about two million people with their surroundings: more likely to be meant than smaller ones. */
export const largePlaceIds: ReadonlySet<string> = new Set(
  `abidjan-ci accra-gh addis-ababa-et ahmedabad-in algiers-dz amman-jo amsterdam-nl ankara-tr athens-gr atlanta-us
  baghdad-iq baku-az bangkok-th barcelona-es beijing-cn belo-horizonte-br bengaluru-in berlin-de birmingham-gb bogota-co
  boston-us brasilia-br brisbane-au brussels-be bucharest-ro budapest-hu buenos-aires-ar busan-kr cairo-eg cali-co
  cape-town-za caracas-ve casablanca-ma chengdu-cn chennai-in chicago-us copenhagen-dk dakar-sn dallas-us damascus-sy
  dar-es-salaam-tz delhi-in denver-us detroit-us dhaka-bd dubai-ae durban-za fortaleza-br frankfurt-de guadalajara-mx
  guangzhou-cn hamburg-de hanoi-vn havana-cu ho-chi-minh-city-vn hong-kong-hk houston-us hyderabad-in istanbul-tr izmir-tr
  jakarta-id johannesburg-za karachi-pk kinshasa-cd kolkata-in kuala-lumpur-my kyiv-ua lagos-ng lahore-pk lima-pe lisbon-pt
  london-gb los-angeles-us luanda-ao madrid-es manchester-gb manila-ph medellin-co melbourne-au mexico-city-mx miami-us
  milan-it minneapolis-us minsk-by monterrey-mx montreal-ca moscow-ru mumbai-in munich-de nagoya-jp nairobi-ke naples-it
  new-york-us osaka-jp paris-fr perth-au philadelphia-us phoenix-us porto-alegre-br pune-in recife-br rio-de-janeiro-br
  riyadh-sa rome-it saint-petersburg-ru salvador-br san-diego-us san-francisco-us santiago-cl sao-paulo-br seattle-us
  seoul-kr shanghai-cn shenzhen-cn singapore-sg stockholm-se stuttgart-de surabaya-id sydney-au taipei-tw tashkent-uz
  tehran-ir tel-aviv-il tokyo-jp toronto-ca tunis-tn vancouver-ca vienna-at warsaw-pl washington-us wuhan-cn xi-an-cn
  yangon-mm`.split(/\s+/),
);
