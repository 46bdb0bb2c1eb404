import { type Scene, scene } from './conversation.ts';

export const steadyHands: readonly Scene[] = [
  scene(
    21,
    '12:10',
    ['priya', 'Does anyone else rehearse phone calls? I have a script for the dentist. It has branches.'],
    ['noah', 'Mine has a flowchart. If they say "hold on please" I go to box 4.'],
    ['leila', 'I am in Berlin but I had to join for box 4. What is in box 4?'],
    ['noah', 'Breathe and look at something blue.', { reactions: { leila: 'heart', priya: 'laugh' } }],
    ['priya', 'That is honestly better than what I was taught.'],
  ),
  scene(
    9,
    '08:02',
    [
      'leila',
      'On the train. It has stopped between two stations. Heart going. Could somebody just talk to me about anything?',
      { note: 'panic, on a train' },
    ],
    ['priya', 'Hi Leila. I am making porridge. I always burn it because I look at the birds instead.'],
    ['noah', 'What can you see that is blue?'],
    ['leila', 'A coat. A bin. The seat. The sky a bit.'],
    [
      'priya',
      'Good. Put both feet flat. Slow breath out, longer than in. There is no hurry at all. Today the birds are two magpies and they are furious about something.',
    ],
    ['leila', 'What about'],
    ['priya', 'A crisp packet. They each think it is theirs.'],
    ['leila', 'it is moving again'],
    [
      'leila',
      'I am still shaking but I am not going to get off. Thank you. Thank you. Tell the magpies.',
      { pause: 6, reactions: { priya: 'heart', noah: 'heart', omar: 'heart' } },
    ],
    ['noah', 'The magpies say well done. So do I.'],
  ),
  scene(
    2,
    '17:45',
    ['omar', 'اليوم ذهبت إلى الموعد وحدي لأول مرة منذ سنة. كنت خائفًا لكنني ذهبت.'],
    [
      'omar',
      'In English: I went to my appointment alone today, for the first time in a year. I was afraid and I went.',
      { reactions: { priya: 'heart', noah: 'wow', leila: 'heart' } },
    ],
    ['priya', 'Omar! أحسنت 🌿'],
    ['noah', 'Afraid and went. That should be on a mug.'],
    ['leila', 'I would buy the mug.'],
  ),
];

export const manyTabs: readonly Scene[] = [
  scene(
    16,
    '22:15',
    [
      'tom_w',
      'Body-double session tomorrow at 10? I will be doing my tax and you can do anything as long as you sit down.',
    ],
    ['kofi', 'I will do the tax I should have done when you did your last tax.'],
    ['noah', 'In. I will be answering one (1) e-mail.'],
    ['tom_w', 'One is plenty.'],
  ),
  scene(
    15,
    '10:04',
    ['tom_w', 'Sitting.'],
    [
      'kofi',
      'Sitting, and I have found the form, and it was not in the fridge.',
      { reactions: { tom_w: 'laugh', noah: 'laugh' } },
    ],
    ['noah', 'Sitting. I have opened the e-mail. I have closed the e-mail.'],
    ['tom_w', 'Open it again, I will wait.'],
    ['noah', 'It is sent. It was four lines. It has been living in my chest since the 3rd.', { pause: 19 }],
    ['kofi', 'Page 2 of 9. I would normally be re-grouting the bathroom by now.'],
    ['tom_w', 'I am re-grouting the bathroom.', { pause: 31, reactions: { kofi: 'laugh', noah: 'laugh' } }],
    ['kofi', 'TOM.'],
    ['tom_w', 'I am back. I have washed my hands. Box 12.'],
  ),
  scene(
    4,
    '13:30',
    ['kofi', 'Question for people who were told late: how long were you angry?'],
    ['tom_w', 'About a year. Then mostly sad for the boy who was told to try harder. He was trying so hard.'],
    [
      'kofi',
      'Yes. That one. I found my school reports. "Kofi could if he wanted to." I wanted to.',
      { reactions: { tom_w: 'sad', noah: 'heart' } },
    ],
    ['noah', 'I wrote back to my old reports. In green ink, like a teacher. "See me."'],
    ['kofi', 'I am going to do that tonight.'],
  ),
];

export const afterTheStorm: readonly Scene[] = [
  scene(
    11,
    '16:20',
    [
      'wim',
      'The fireworks begin again in some streets already. I have put the radio louder and told the neighbours what it does to me. They were kind about it. I had not expected that.',
    ],
    ['hana', 'That took courage, Wim. I still say that I have a headache.'],
    [
      'lucas',
      'I say that the dog is afraid. I do not have a dog.',
      { reactions: { hana: 'laugh', wim: 'laugh' } },
    ],
    ['wim', 'An excellent dog. Very quiet.'],
    [
      'hana',
      'For New Year we could sit in the library by the canal again. It is thick-walled and they let us have the kettle.',
    ],
    ['wim', 'I will bring oliebollen.'],
    [
      'yael',
      'אני לא גרה קרוב, אבל אשב אתכם בטלפון. Far away, but I will be sitting with you.',
      { reactions: { hana: 'heart', wim: 'heart' } },
    ],
  ),
  scene(
    3,
    '07:50',
    ['lucas', 'Slept six hours. Six! In one piece!'],
    ['hana', 'Hang it on the wall.'],
    ['wim', 'Congratulations, jongen.'],
  ),
];

export const tableForUs: readonly Scene[] = [
  scene(
    14,
    '19:55',
    [
      'sofia',
      'Family lunch on Sunday. There will be comments. I would like to have an answer ready that is not a speech.',
    ],
    ['rosa', '"I would rather talk about your trip." Works for everything. I have used it at two weddings.'],
    ['ines', 'I just leave to help in the kitchen. Nobody has ever stopped me.'],
    ['sofia', 'Both are going into my pocket. Gracias.'],
  ),
  scene(
    13,
    '18:20',
    [
      'sofia',
      'Report: it was used twice. My aunt has been to Cádiz. I know a great deal about Cádiz now.',
      { reactions: { rosa: 'laugh', ines: 'heart' } },
    ],
    ['rosa', 'And you stayed?'],
    ['sofia', 'I stayed until the coffee.'],
  ),
];

export const emptyChair: readonly Scene[] = [
  scene(
    20,
    '21:30',
    [
      'grace',
      'It would have been his birthday. I made the cake anyway, the awful coffee one he liked. I do not even like coffee cake.',
    ],
    ['chloe', 'What was he like on birthdays?'],
    [
      'grace',
      'Impossible. He counted down from the week before. He was forty-four.',
      { reactions: { chloe: 'heart', david: 'heart' } },
    ],
    ['david', 'I hope you had a slice for him.'],
    ['grace', 'Two. I whistled the song. The dog from next door joined in.'],
  ),
];

export const slowMornings: readonly Scene[] = [
  scene(
    8,
    '09:15',
    [
      'elif',
      'Day 12 of sick leave. I have stopped dreaming of the inbox. Last night I dreamt of a very slow ferry.',
    ],
    ['maya', 'A slow ferry sounds like progress.'],
    [
      'elif',
      'I asked the captain for the timetable and he said there was none.',
      { reactions: { maya: 'laugh', ada: 'heart' } },
    ],
    ['ada', 'I would take that ferry.'],
  ),
];

export const holdingTheRope: readonly Scene[] = [
  scene(
    10,
    '23:40',
    [
      'david',
      'He answered a text today. Three words. "ok thanks dad". I have read them perhaps thirty times.',
    ],
    ['maya', 'Three words is a lot of words. I know exactly how much they weigh.'],
    ['david', 'How do you keep from asking for more?'],
    [
      'maya',
      'I write the long answer, and I send it to this group, and to her I send a heart.',
      { reactions: { david: 'heart', chloe: 'heart' } },
    ],
    ['david', 'May I try that?'],
    ['maya', 'Go on. We are good at long answers here.'],
    [
      'david',
      'Dear son. I was so glad to hear from you that I burned the rice. I do not need you to be well for me to love you. I walk past your room and I am not angry that the door is shut, I only like to know that you are behind it. When you were six you told me that the moon follows our car because it likes us. I have believed it ever since. You do not have to answer this. Dad.',
      { pause: 22, reactions: { maya: 'heart', chloe: 'heart', grace: 'heart' } },
    ],
    ['maya', 'Now the heart, to him.'],
    ['david', 'Sent.'],
  ),
];

export const nightShift: readonly Scene[] = [
  scene(
    5,
    '02:50',
    ['chloe', 'Who is up'],
    ['omar', 'Me. It is ten to four here and I am counting the lorries.'],
    ['yael', 'Up. It is nearly morning where I am, so I call it early instead of late.'],
    ['chloe', 'I like that. Early it is.'],
    ['lucas', 'Early as well then. Tea?'],
    ['omar', 'Everybody tea. Cameras off, lamps low.', { reactions: { chloe: 'heart', yael: 'like' } }],
    ['chloe', 'I sent something here that I would rather not leave standing', { deleted: true }],
    ['yael', 'That is all right. לילה טוב, or good morning.'],
  ),
];

export const clearWater: readonly Scene[] = [
  scene(
    7,
    '06:30',
    ['anders', '605 this morning. Cold swim, warm bun.'],
    ['marek', '605! I remember 60.'],
    [
      'anders',
      'So do I. 60 was harder than 605. If somebody is at 6 and reads this: it was hardest at 6.',
      { reactions: { marek: 'heart', elif: 'heart' } },
    ],
  ),
];

export const twoTides: readonly Scene[] = [
  scene(
    18,
    '17:05',
    [
      'mira',
      'Does anybody else keep a list called "things I only buy when I am up"? Mine: domain names, roller skates, a second cello.',
    ],
    ['marek', 'A second one!'],
    ['mira', 'The first one was lonely. Apparently.', { reactions: { marek: 'laugh', ada: 'laugh' } }],
    ['ada', 'What do you do when you notice?'],
    [
      'mira',
      'I have a friend who holds my card for 48 hours. No questions. After two days I may have it back and usually I no longer need the cello.',
    ],
  ),
];

export const adaAndBen: readonly Scene[] = [
  scene(
    26,
    '10:20',
    ['ben_k', 'Thank you for yesterday. I said less than I meant to.'],
    ['ada', 'You said plenty. How did you sleep?'],
    ['ben_k', 'Badly but with company in my head instead of post.'],
  ),
  scene(
    7,
    '11:02',
    ['ada', 'Thursday at five? I will bring the letter knife.'],
    ['ben_k', 'You own a letter knife.'],
    ['ada', 'I told you that I was very good at envelopes.'],
    ['ben_k', 'Thursday at five. Lentil or potato?'],
    ['ada', 'Potato.'],
  ),
  scene(
    1,
    '21:40',
    ['ben_k', 'I put the library letter on the fridge. As a reminder of prison.'],
    ['ada', 'I am proud of you, you know.'],
  ),
];

export const omarAsksAda: readonly Scene[] = [
  scene(1, '08:40', [
    'omar',
    'Hello Ada. I am in the night chat too, and what you wrote about the walks stayed with me. Would you like to talk?',
  ]),
];

export const benAsksKofi: readonly Scene[] = [
  scene(2, '17:15', ['ben_k', 'Hi Kofi, it is Ben who asked about the keys. May I write to you here?']),
];
