import type { CountryHelp } from './helpline.ts';
import { always } from './helpline.ts';

/** Numbers as each service publishes them, in the order of the country codes; docs/helplines.md holds the sources. */
export const asiaAfricaOceania: readonly CountryHelp[] = [
  {
    code: 'AU',
    emergency: ['000'],
    lines: [
      {
        name: 'Lifeline',
        call: ['13 11 14'],
        text: { number: '0477131114', words: 'Hello' },
        hours: always,
        url: 'https://www.lifeline.org.au',
      },
      { name: 'Beyond Blue', call: ['1300 22 4636'], hours: always, url: 'https://www.beyondblue.org.au' },
      {
        name: 'Suicide Call Back Service',
        call: ['1300 659 467'],
        hours: always,
        url: 'https://www.suicidecallbackservice.org.au',
      },
    ],
  },
  {
    code: 'HK',
    emergency: ['999'],
    lines: [
      {
        name: 'The Samaritans Hong Kong (many languages)',
        call: ['2896 0000'],
        hours: always,
        url: 'https://samaritans.org.hk',
      },
      {
        name: 'The Samaritan Befrienders Hong Kong',
        call: ['2389 2222'],
        hours: always,
        url: 'https://www.sbhk.org.hk',
      },
    ],
  },
  {
    code: 'IL',
    emergency: ['101', '100'],
    lines: [{ name: 'ERAN', call: ['1201'], hours: always, url: 'https://www.eran.org.il' }],
  },
  {
    code: 'IN',
    emergency: ['112'],
    lines: [
      {
        name: 'Tele-MANAS (many languages)',
        call: ['14416', '1800 891 4416'],
        hours: always,
        url: 'https://telemanas.mohfw.gov.in',
      },
    ],
  },
  {
    code: 'JP',
    emergency: ['119', '110'],
    lines: [
      {
        name: 'よりそいホットライン (Yorisoi Hotline)',
        call: ['0120 279 338'],
        hours: always,
        url: 'https://www.since2011.net/yorisoi/',
      },
      {
        name: 'よりそいホットライン (Yorisoi Hotline), from Fukushima',
        call: ['0120 279 226'],
        hours: always,
        url: 'https://www.since2011.net/yorisoi/',
      },
      { name: 'TELL Lifeline (English)', call: ['0800 300 8355'], url: 'https://telljp.com/lifeline/' },
    ],
  },
  {
    code: 'KR',
    emergency: ['119', '112'],
    lines: [
      { name: '자살예방 상담전화 109', call: ['109'], hours: always, url: 'https://www.129.go.kr/109/' },
    ],
  },
  {
    code: 'LK',
    emergency: ['1990', '119'],
    lines: [
      {
        name: 'National Mental Health Helpline',
        call: ['1926'],
        hours: always,
        url: 'https://nimh.health.gov.lk',
      },
    ],
  },
  {
    code: 'MY',
    emergency: ['999'],
    lines: [
      {
        name: 'Befrienders Kuala Lumpur',
        call: ['03 7627 2929'],
        hours: always,
        url: 'https://www.befrienders.org.my',
      },
    ],
  },
  {
    code: 'NZ',
    emergency: ['111'],
    lines: [
      {
        name: '1737, need to talk?',
        call: ['1737'],
        text: { number: '1737', words: 'Hello' },
        hours: always,
        url: 'https://1737.org.nz',
      },
      {
        name: 'Lifeline Aotearoa',
        call: ['0800 543 354'],
        url: 'https://www.lifeline.org.nz',
      },
    ],
  },
  {
    code: 'PH',
    emergency: ['911'],
    lines: [
      {
        name: 'NCMH Crisis Hotline',
        call: ['1553', '0917 899 8727'],
        hours: always,
        url: 'https://ncmh.gov.ph',
      },
    ],
  },
  {
    code: 'SG',
    emergency: ['995', '999'],
    lines: [
      { name: 'Samaritans of Singapore', call: ['1767'], hours: always, url: 'https://www.sos.org.sg' },
      { name: 'national mindline', call: ['1771'], hours: always, url: 'https://www.mindline.sg' },
    ],
  },
  {
    code: 'TH',
    emergency: ['1669', '191'],
    lines: [
      { name: 'สายด่วนสุขภาพจิต 1323', call: ['1323'], hours: always, url: 'https://1323alltime.camri.go.th' },
    ],
  },
  {
    code: 'TW',
    emergency: ['119', '110'],
    lines: [{ name: '安心專線 1925', call: ['1925'], hours: always, url: 'https://www.mohw.gov.tw' }],
  },
  {
    code: 'ZA',
    emergency: ['112', '10177'],
    lines: [
      {
        name: 'SADAG Suicide Crisis Helpline',
        call: ['0800 567 567'],
        hours: always,
        url: 'https://www.sadag.org',
      },
      {
        name: 'LifeLine South Africa',
        call: ['0861 322 322'],
        url: 'https://lifelinesa.co.za',
      },
    ],
  },
];
