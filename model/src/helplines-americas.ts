import type { CountryHelp } from './helpline.ts';
import { always } from './helpline.ts';

/** Numbers as each service publishes them, in the order of the country codes; docs/helplines.md holds the sources. */
export const americas: readonly CountryHelp[] = [
  {
    code: 'AR',
    emergency: ['911', '107'],
    lines: [
      {
        name: 'Línea nacional de salud mental',
        call: ['0800 999 0091'],
        hours: always,
        url: 'https://www.argentina.gob.ar/salud/mental-y-adicciones',
      },
      {
        name: 'Centro de Asistencia al Suicida (135 in Buenos Aires)',
        call: ['135', '011 5275 1135'],
        url: 'https://www.asistenciaalsuicida.org.ar',
      },
    ],
  },
  {
    code: 'BR',
    emergency: ['192', '190'],
    lines: [
      { name: 'CVV, Centro de Valorização da Vida', call: ['188'], hours: always, url: 'https://cvv.org.br' },
    ],
  },
  {
    code: 'CA',
    emergency: ['911'],
    lines: [
      {
        name: '9-8-8 Suicide Crisis Helpline',
        call: ['988'],
        text: { number: '988', words: 'Hello' },
        hours: always,
        url: 'https://988.ca',
      },
      {
        name: 'Kids Help Phone',
        call: ['1 800 668 6868'],
        text: { number: '686868', words: 'CONNECT' },
        hours: always,
        url: 'https://kidshelpphone.ca',
      },
    ],
  },
  {
    code: 'CL',
    emergency: ['131', '133'],
    lines: [
      {
        name: 'Línea de prevención del suicidio (from a mobile phone)',
        call: ['*4141'],
        hours: always,
        url: 'https://www.minsal.cl',
      },
    ],
  },
  {
    code: 'MX',
    emergency: ['911'],
    lines: [
      {
        name: 'Línea de la Vida',
        call: ['800 911 2000'],
        hours: always,
        url: 'https://www.gob.mx/lineadelavida',
      },
      { name: 'SAPTEL', call: ['55 5259 8121'], hours: always, url: 'https://www.saptel.org.mx' },
    ],
  },
  {
    code: 'US',
    emergency: ['911'],
    lines: [
      {
        name: '988 Suicide & Crisis Lifeline',
        call: ['988'],
        text: { number: '988', words: 'Hello' },
        hours: always,
        url: 'https://988lifeline.org',
      },
      {
        name: 'Crisis Text Line (by text message)',
        text: { number: '741741', words: 'HOME' },
        hours: always,
        url: 'https://www.crisistextline.org',
      },
      {
        name: 'The Trevor Project (LGBTQ+ young people)',
        call: ['1 866 488 7386'],
        hours: always,
        url: 'https://www.thetrevorproject.org',
      },
    ],
  },
  {
    code: 'UY',
    emergency: ['911', '105'],
    lines: [
      { name: 'Línea Vida', call: ['0800 0767', '*0767'], hours: always, url: 'https://www.asse.com.uy' },
    ],
  },
];
