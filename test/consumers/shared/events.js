/** @type {import('timeline-view').EventRecord[]} */
export const events = [
  { id: 'luna-2', date: '1959-09-13', title: 'Luna 2 hits the Moon', lane: 'Soviet Union' },
  { id: 'luna-9', date: '1966-02-03', title: 'Luna 9 lands', lane: 'Soviet Union' },
  { id: 'surveyor-1', date: '1966-06-02', title: 'Surveyor 1 lands', lane: 'United States' },
  { id: 'apollo-11', date: '1969-07-20', title: 'Apollo 11 lands', lane: 'United States', tags: ['crewed'] },
  { id: 'luna-16', date: '1970-09-20', title: 'Luna 16 lands', lane: 'Soviet Union' },
  { id: 'lunokhod-1', date: '1970-11-17', title: 'Lunokhod 1 drives', lane: 'Soviet Union' },
  { id: 'apollo-17', date: '1972-12-11', title: 'Apollo 17 lands', lane: 'United States', tags: ['crewed'] },
  { id: 'luna-24', date: '1976-08-18', title: 'Luna 24 lands', lane: 'Soviet Union' },
  { id: 'change-3', date: '2013-12-14', title: 'Chang’e 3 lands', lane: 'China' },
  { id: 'change-4', date: '2019-01-03', title: 'Chang’e 4 lands on the far side', lane: 'China' },
  { id: 'chandrayaan-3', date: '2023-08-23', title: 'Chandrayaan-3 lands', lane: 'India' },
  { id: 'slim', date: '2024-01-19', title: 'SLIM lands', lane: 'Japan' },
];
