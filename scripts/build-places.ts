/**
 * Writes model/src/place-rows.ts from GeoNames (CC BY 4.0): `node scripts/run.mjs build-places CITIES DIVISIONS`. CITIES is
 * GeoNames' tab-separated dump of cities, DIVISIONS a JSON list of {code, name}: docs/places.md says where both come from.
 * Places that are in the list already keep their id, by which documents name them, and their name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geohashCentre, type Place } from '@sameboat/model/place';
import { listedPlaces } from '@sameboat/model/place-list';
import { placeTerm } from '@sameboat/model/place-term';
import { distanceBetween, geohashForLocation } from 'geofire-common';
import { UserError } from './user-error.ts';

/** GeoNames' kinds of places that are no towns of their own: sections of a town, and what is gone. */
const notTowns = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const airport = /^[A-Z]{3}$/;
const SMALLEST = 15_000;
/** From this size on a place is found by every name that GeoNames knows; below, by its own and the country's script. */
const KNOWN_ABROAD = 100_000;
/** Transliterations for machines begin with a small letter or have apostrophes. */
const unusual = /^[a-z]|['’`|;]|.{31}/u;

const scripts: Readonly<Record<string, RegExp>> = {
  ...each('BG BY KG KZ MK MN RS RU UA', /\p{Script=Cyrillic}/u),
  ...each('AE BH DZ EG IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE AF', /\p{Script=Arabic}/u),
  ...each('CN HK MO TW', /\p{Script=Han}/u),
  JP: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ...each('KR KP', /\p{Script=Hangul}/u),
  ...each('GR CY', /\p{Script=Greek}/u),
  IL: /\p{Script=Hebrew}/u,
  ...each('IN NP', /\p{Script=Devanagari}/u),
  BD: /\p{Script=Bengali}/u,
  TH: /\p{Script=Thai}/u,
  GE: /\p{Script=Georgian}/u,
  AM: /\p{Script=Armenian}/u,
};

function each(countries: string, script: RegExp): Record<string, RegExp> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, script]));
}

interface Town {
  readonly name: string;
  readonly ascii: string;
  readonly others: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  readonly region: string;
  readonly population: number;
}

function readTowns(cities: string, divisions: string): Town[] {
  const nameOf = new Map<string, string>(
    (JSON.parse(readFileSync(divisions, 'utf8')) as { code: string; name: string }[]).map(
      ({ code, name }) => [code, name],
    ),
  );
  return readFileSync(cities, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
    .filter((fields) => Number(fields[14]) >= SMALLEST && !notTowns.has(fields[7] ?? ''))
    .map((fields) => {
      const [, name = '', ascii = '', others = '', latitude, longitude] = fields;
      const country = fields[8] ?? '';
      return {
        name,
        ascii: ascii || name,
        others: others.split(',').filter((other) => other !== '' && !airport.test(other)),
        latitude: Number(latitude),
        longitude: Number(longitude),
        country,
        region: nameOf.get(`${country}.${fields[10]}`) ?? name,
        population: Number(fields[14]),
      };
    })
    .sort((one, other) => other.population - one.population);
}

/** Other names to find it by; none that another begins with, and so is found with it. */
function aliasesOf(town: Town, name: string): string[] {
  const script = scripts[town.country];
  const candidates = [
    town.name,
    town.ascii,
    ...[...town.others].sort((one, other) => Number(isAscii(one)) - Number(isAscii(other))),
  ];
  const allowed =
    town.population >= KNOWN_ABROAD
      ? candidates
      : candidates.filter((other, index) => index < 2 || script?.test(other));
  const terms = new Set([placeTerm(name)]);
  const aliases: string[] = [];
  for (const alias of allowed) {
    const term = placeTerm(alias);
    if (term === '' || unusual.test(alias)) continue;
    if ([...terms].some((known) => known.startsWith(term))) continue;
    terms.add(term);
    aliases.push(alias);
  }
  return aliases;
}

/** Of names with the same term the one with its marks comes first. */
const isAscii = (name: string) => /^[ -~]*$/.test(name);

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** Finds the towns that a listed place may mean, the likeliest first: those called so, then those also called so; the nearest. */
function townFinder(towns: readonly Town[]): (place: Place) => Town[] {
  const named = new Map<string, Town[]>();
  const keyOf = (country: string, name: string) => `${country} ${placeTerm(name)}`;
  for (const town of towns)
    for (const key of new Set(
      [town.name, town.ascii, ...town.others].map((name) => keyOf(town.country, name)),
    ))
      named.set(key, [...(named.get(key) ?? []), town]);
  return (place) => {
    const { latitude, longitude } = geohashCentre(place.geohash);
    const isOther = (town: Town) => Number(placeTerm(town.name) !== placeTerm(place.name));
    return (named.get(keyOf(place.country, place.name)) ?? [])
      .map((town) => ({ town, km: distanceBetween([town.latitude, town.longitude], [latitude, longitude]) }))
      .filter(({ km }) => km < 30)
      .sort((one, other) => isOther(one.town) - isOther(other.town) || one.km - other.km)
      .map(({ town }) => town);
  };
}

export function main([cities, divisions]: readonly string[]): void {
  if (!cities || !divisions)
    throw new UserError('Give the file of cities and the file of divisions. See docs/places.md.');
  const towns = readTowns(cities, divisions);
  const findTowns = townFinder(towns);
  const before = new Map<Town, Place>();
  const unmatched: Place[] = [];
  for (const place of listedPlaces) {
    const town = findTowns(place).find((candidate) => !before.has(candidate));
    if (town === undefined) unmatched.push(place);
    else before.set(town, place);
  }
  const taken = new Set(listedPlaces.map((place) => place.id));
  const rows = towns.map((town) => {
    const old = before.get(town);
    const name = old?.name ?? town.name;
    const place = old ?? {
      id: newId(taken, town),
      name,
      region: town.region,
      country: town.country,
      geohash: geohashForLocation([town.latitude, town.longitude], 5),
    };
    return row(place, aliasesOf(town, name));
  });
  rows.push(...unmatched.map((place) => row(place, [])));
  writeFileSync(
    fileURLToPath(new URL('../model/src/place-rows.ts', import.meta.url)),
    `// Written by scripts/build-places.ts from GeoNames (geonames.org), CC BY 4.0. Not to be edited.\n\n/** One place a line, the most populous first: id|name|region|country|geohash|other names, divided by ";". */\nexport const placeRows = \`${rows.join('\n').replaceAll('`', "'").replaceAll('\\', '')}\`;\n`,
  );
  console.log(
    `${rows.length} places; ${unmatched.length} of before matched no town: ${unmatched.map(({ id }) => id).join(' ')}`,
  );
}

function row(place: Place, aliases: readonly string[]): string {
  const { id, name, region, country, geohash } = place;
  return [id, name, region, country, geohash, aliases.join(';')].join('|');
}

function newId(taken: Set<string>, town: Town): string {
  const base = slug(town.ascii) || 'town';
  const country = town.country.toLowerCase();
  const choices = [`${base}-${country}`, `${base}-${slug(town.region)}-${country}`.slice(0, 56)];
  for (let number = 2; ; number++) {
    const id = choices.shift() ?? `${base}-${number}-${country}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
