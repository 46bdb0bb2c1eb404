import type { CountryHelp } from './helpline.ts';
import { always } from './helpline.ts';

/** Numbers as each service publishes them, in the order of the country codes; docs/helplines.md holds the sources. */
export const europe: readonly CountryHelp[] = [
  {
    code: 'AT',
    emergency: ['144', '112'],
    lines: [
      { name: 'Telefonseelsorge', call: ['142'], hours: always, url: 'https://www.telefonseelsorge.at' },
      {
        name: 'Rat auf Draht (young people)',
        call: ['147'],
        hours: always,
        url: 'https://www.rataufdraht.at',
      },
    ],
  },
  {
    code: 'BE',
    emergency: ['112'],
    lines: [
      {
        name: 'Zelfmoordlijn (Dutch)',
        call: ['1813'],
        hours: always,
        url: 'https://www.zelfmoord1813.be',
      },
      {
        name: 'Centre de Prévention du Suicide (French)',
        call: ['0800 32 123'],
        hours: always,
        url: 'https://www.preventionsuicide.be',
      },
    ],
  },
  {
    code: 'CH',
    emergency: ['144', '112'],
    lines: [
      { name: 'Die Dargebotene Hand', call: ['143'], hours: always, url: 'https://www.143.ch' },
      { name: 'Pro Juventute (young people)', call: ['147'], hours: always, url: 'https://www.147.ch' },
    ],
  },
  {
    code: 'CZ',
    emergency: ['155', '112'],
    lines: [
      {
        name: 'Linka první psychické pomoci',
        call: ['116 123'],
        url: 'https://linkapsychickepomoci.cz',
      },
      {
        name: 'Linka bezpečí (young people)',
        call: ['116 111'],
        hours: always,
        url: 'https://www.linkabezpeci.cz',
      },
    ],
  },
  {
    code: 'DE',
    emergency: ['112'],
    lines: [
      {
        name: 'TelefonSeelsorge',
        call: ['0800 111 0 111', '0800 111 0 222', '116 123'],
        hours: always,
        url: 'https://www.telefonseelsorge.de',
      },
      {
        name: 'Nummer gegen Kummer (young people)',
        call: ['116 111'],
        hours: 'Monday to Saturday, 14 to 20',
        url: 'https://www.nummergegenkummer.de',
      },
    ],
  },
  {
    code: 'DK',
    emergency: ['112'],
    lines: [{ name: 'Livslinien', call: ['70 201 201'], url: 'https://www.livslinien.dk' }],
  },
  {
    code: 'ES',
    emergency: ['112'],
    lines: [
      {
        name: 'Línea 024, atención a la conducta suicida',
        call: ['024'],
        hours: always,
        url: 'https://www.sanidad.gob.es/linea024/',
      },
      {
        name: 'Teléfono de la Esperanza',
        call: ['717 003 717'],
        hours: always,
        url: 'https://telefonodelaesperanza.org',
      },
    ],
  },
  {
    code: 'FI',
    emergency: ['112'],
    lines: [
      {
        name: 'MIELI Kriisipuhelin',
        call: ['09 2525 0111'],
        hours: always,
        url: 'https://mieli.fi/en/support-and-help/crisis-helpline/',
      },
    ],
  },
  {
    code: 'FR',
    emergency: ['15', '112'],
    lines: [
      {
        name: '3114, numéro national de prévention du suicide',
        call: ['3114'],
        hours: always,
        url: 'https://3114.fr',
      },
      {
        name: 'SOS Amitié',
        call: ['09 72 39 40 50'],
        hours: always,
        url: 'https://www.sos-amitie.com',
      },
    ],
  },
  {
    code: 'GB',
    emergency: ['999', '112'],
    lines: [
      { name: 'Samaritans', call: ['116 123'], hours: always, url: 'https://www.samaritans.org' },
      {
        name: 'Shout (by text message)',
        text: { number: '85258', words: 'SHOUT' },
        hours: always,
        url: 'https://giveusashout.org',
      },
      {
        name: 'NHS 111, mental health option (England, Scotland, Wales)',
        call: ['111'],
        hours: always,
        url: 'https://www.nhs.uk/nhs-services/mental-health-services/where-to-get-urgent-help-for-mental-health/',
      },
    ],
  },
  {
    code: 'GR',
    emergency: ['166', '112'],
    lines: [
      {
        name: 'Klimaka, suicide help line',
        call: ['1018'],
        hours: always,
        url: 'https://www.suicide-help.gr',
      },
    ],
  },
  {
    code: 'HU',
    emergency: ['112'],
    lines: [{ name: 'Lelki Elsősegély', call: ['116 123'], hours: always, url: 'https://sos116-123.hu' }],
  },
  {
    code: 'IE',
    emergency: ['112', '999'],
    lines: [
      {
        name: 'Samaritans',
        call: ['116 123'],
        hours: always,
        url: 'https://www.samaritans.org/samaritans-ireland/',
      },
      {
        name: 'Text About It (by text message)',
        text: { number: '50808', words: 'HELLO' },
        hours: always,
        url: 'https://text50808.ie',
      },
      { name: 'Pieta', call: ['1800 247 247'], hours: always, url: 'https://www.pieta.ie' },
    ],
  },
  {
    code: 'IS',
    emergency: ['112'],
    lines: [{ name: 'Hjálparsími Rauða krossins', call: ['1717'], hours: always, url: 'https://1717.is' }],
  },
  {
    code: 'IT',
    emergency: ['112', '118'],
    lines: [{ name: 'Telefono Amico Italia', call: ['02 2327 2327'], url: 'https://www.telefonoamico.it' }],
  },
  {
    code: 'NL',
    emergency: ['112'],
    lines: [
      {
        name: '113 Zelfmoordpreventie',
        call: ['113', '0800 0113'],
        hours: always,
        url: 'https://www.113.nl',
      },
    ],
  },
  {
    code: 'NO',
    emergency: ['113', '112'],
    lines: [
      {
        name: 'Mental Helse Hjelpetelefonen',
        call: ['116 123'],
        hours: always,
        url: 'https://mentalhelse.no',
      },
    ],
  },
  {
    code: 'PL',
    emergency: ['112'],
    lines: [
      {
        name: 'Centrum Wsparcia',
        call: ['800 70 2222'],
        hours: always,
        url: 'https://centrumwsparcia.pl',
      },
      {
        name: 'Telefon Zaufania dla Dzieci i Młodzieży',
        call: ['116 111'],
        hours: always,
        url: 'https://116111.pl',
      },
    ],
  },
  {
    code: 'PT',
    emergency: ['112'],
    lines: [
      {
        name: 'Linha Nacional de Prevenção do Suicídio',
        call: ['1411'],
        hours: always,
        url: 'https://www.sns24.gov.pt',
      },
      {
        name: 'SNS 24, aconselhamento psicológico',
        call: ['808 24 24 24'],
        hours: always,
        url: 'https://www.sns24.gov.pt',
      },
    ],
  },
  {
    code: 'SE',
    emergency: ['112'],
    lines: [
      {
        name: 'Mind Självmordslinjen',
        call: ['90101'],
        hours: always,
        url: 'https://mind.se',
      },
    ],
  },
  {
    code: 'SI',
    emergency: ['112'],
    lines: [
      {
        name: 'Samarijan in Sopotnik',
        call: ['116 123'],
        hours: always,
        url: 'https://www.telefon-samarijan.si',
      },
    ],
  },
  {
    code: 'SK',
    emergency: ['155', '112'],
    lines: [
      {
        name: 'Linka dôvery Nezábudka',
        call: ['0800 800 566'],
        hours: always,
        url: 'https://dusevnezdravie.sk',
      },
    ],
  },
  {
    code: 'UA',
    emergency: ['103', '112'],
    lines: [{ name: 'Lifeline Ukraine', call: ['7333'], hours: always, url: 'https://lifelineukraine.com' }],
  },
];
