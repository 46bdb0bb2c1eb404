/** Plain facts that help in a bad hour, each with its source. */
export const facts: readonly { words: string; source: string; url: string }[] = [
  {
    words:
      'A suicidal crisis is often short and tied to one situation. The thoughts may come back, but they do not last for ever. Getting through the next hour, with someone beside you or on the phone, is a real step.',
    source: 'World Health Organization, Preventing suicide (2014)',
    url: 'https://www.who.int/publications/i/item/9789241564779',
  },
  {
    words:
      'Asking someone openly whether they are thinking about suicide does not put the idea in their head. It can give them room to choose something else.',
    source: 'World Health Organization, Preventing suicide (2014)',
    url: 'https://www.who.int/publications/i/item/9789241564779',
  },
  {
    words:
      'Slow breathing calms the body. Breathe in gently while you count to five, then out while you count to five. Keep going for a few minutes, without forcing it.',
    source: 'NHS, Breathing exercises for stress',
    url: 'https://www.nhs.uk/mental-health/self-help/guides-tools-and-activities/breathing-exercises-for-stress/',
  },
];
