/** Everybody at Marlbrook Water's customer service. All are invented. */

/** One job that somebody has or had. Months count back from today; `until` absent: still. */
export interface DemoPost {
  title: string
  team: string
  place: string
  /** The key of the person to whom this post reports; null at the top. */
  to: string | null
  from: number
  until?: number
  /** Of full time; 1 when absent. */
  share?: number
}

export interface DemoPerson {
  key: string
  name: string
  number: string
  /** `leave` and `coming` as they stand today; `left` follows from the posts. */
  status: 'active' | 'leave' | 'coming' | 'left'
  posts: DemoPost[]
}

type Row = [key: string, name: string, title: string, from: number, more?: Partial<DemoPerson & DemoPost>]

/** Those who have had one post in this team since they came: most people. */
function team(home: Pick<DemoPost, 'team' | 'place' | 'to'>, rows: Row[]): Omit<DemoPerson, 'number'>[] {
  return rows.map(([key, name, title, from, more = {}]) => {
    const { status = 'active', posts = [], ...post } = more
    const today: DemoPost = { ...home, title, from, ...post }
    return { key, name, status, posts: [...posts, today] }
  })
}

const office = team({ team: 'office', place: 'house', to: 'helen' }, [
  ['helen', 'Helen Okafor', 'Director of Customer Service', 61, { to: null }],
  ['tomasz', 'Tomasz Wierzbicki', 'Service Excellence Lead', 38],
  ['priya', 'Priya Raman', 'Voice of the Customer Analyst', 19],
  ['gwen', 'Gwen Pritchard', 'Executive Assistant', 47, { share: 0.6 }],
])

const contact = team({ team: 'contact', place: 'eastwick', to: 'marcus' }, [
  ['marcus', 'Marcus Bell', 'Contact Centre Manager', 29, { to: 'helen' }],
  [
    'aroha',
    'Aroha Tamihana',
    'Team Leader, Calls',
    33,
    { posts: [contactPost('Senior Customer Adviser', 58, 33)] },
  ],
  ['farid', 'Farid Haidari', 'Team Leader, Calls', 11, { posts: [contactPost('Customer Adviser', 37, 11)] }],
  ['ines', 'Inês Carvalho', 'Team Leader, Chat and Social', 22],
  [
    'dawit',
    'Dawit Tesfaye',
    'Senior Customer Adviser',
    26,
    { to: 'aroha', posts: [contactPost('Customer Adviser', 44, 26, 'aroha')] },
  ],
  ['lucy', 'Lucy Abernathy', 'Senior Customer Adviser', 40, { to: 'aroha' }],
  ['bilal', 'Bilal Chaudhry', 'Customer Adviser', 17, { to: 'aroha' }],
  ['mei', 'Mei-Ling Chou', 'Customer Adviser', 14, { to: 'aroha' }],
  ['sean', 'Seán Gallagher', 'Customer Adviser', 8, { to: 'aroha' }],
  ['olive', 'Olive Nakamura', 'Customer Adviser', 3, { to: 'aroha' }],
  ['rosa', 'Rosa Delgado', 'Customer Adviser', 31, { to: 'aroha', share: 0.5 }],
  ['kofi', 'Kofi Mensah', 'Senior Customer Adviser', 35, { to: 'farid' }],
  ['janet', 'Janet Holroyd', 'Customer Adviser', 92, { to: 'farid', share: 0.8 }],
  ['yusuf', 'Yusuf Demir', 'Customer Adviser', 21, { to: 'farid' }],
  ['ewa', 'Ewa Lis', 'Customer Adviser', 16, { to: 'farid', status: 'leave' }],
  ['callum', 'Callum Reid', 'Customer Adviser', 6, { to: 'farid' }],
  ['thandi', 'Thandi Nkosi', 'Customer Adviser', 5, { to: 'farid' }],
  ['leo', 'Leo Marchetti', 'Customer Adviser', 0, { to: 'farid' }],
  ['sofia', 'Sofia Lindqvist', 'Digital Adviser', 20, { to: 'ines' }],
  ['ravi', 'Ravi Menon', 'Digital Adviser', 12, { to: 'ines' }],
  ['chloe', 'Chloe Whitmore', 'Digital Adviser', 9, { to: 'ines' }],
  ['noah', 'Noah Adeyemi', 'Digital Adviser', -1, { to: 'ines', status: 'coming' }],
])

const complaints = team({ team: 'complaints', place: 'eastwick', to: 'beatriz' }, [
  [
    'beatriz',
    'Beatriz Fonseca',
    'Complaints and Resolution Manager',
    27,
    { to: 'marcus', posts: [contactPost('Team Leader, Calls', 49, 27)] },
  ],
  ['hamish', 'Hamish McLeod', 'Senior Case Handler', 45],
  ['nadia', 'Nadia Petrova', 'Case Handler', 24],
  ['tunde', 'Tunde Bakare', 'Case Handler', 18],
  ['alice', 'Alice Fairweather', 'Case Handler', 10],
  ['min', 'Park Min-jun', 'Case Handler', 4],
  ['gloria', 'Gloria Espinoza', 'Root Cause Analyst', 15, { share: 0.8 }],
])

const billing = team({ team: 'billing', place: 'house', to: 'daniel' }, [
  ['daniel', 'Daniel Osei', 'Billing and Accounts Manager', 42, { to: 'helen' }],
  ['karin', 'Karin Vogel', 'Team Leader, Billing', 30],
  [
    'samuel',
    'Samuel Levy',
    'Team Leader, Payment Support',
    23,
    { posts: [{ ...billingPost('Payment Support Adviser'), from: 50, until: 23 }] },
  ],
  ['anjali', 'Anjali Desai', 'Senior Billing Adviser', 28, { to: 'karin' }],
  ['piotr', 'Piotr Zając', 'Billing Adviser', 13, { to: 'karin' }],
  ['maeve', 'Maeve Kinsella', 'Billing Adviser', 7, { to: 'karin' }],
  ['idris', 'Idris Vaughan', 'Billing Adviser', 36, { to: 'karin', share: 0.6 }],
  ['fatou', 'Fatou Diallo', 'Payment Support Adviser', 20, { to: 'samuel' }],
  ['georgia', 'Georgia Papadaki', 'Payment Support Adviser', 11, { to: 'samuel' }],
  ['wei', 'Wei Zhang', 'Payment Support Adviser', 2, { to: 'samuel' }],
  ['margaret', 'Margaret Sutcliffe', 'Payment Support Adviser', 118, { to: 'samuel', share: 0.5 }],
])

const field = team({ team: 'field', place: 'harbour', to: 'stella' }, [
  ['stella', 'Stella Komnenos', 'Field Support Manager', 34, { to: 'helen' }],
  ['jamie', 'Jamie Thornton', 'Field Coordinator', 25],
  ['ashok', 'Ashok Pillai', 'Senior Customer Technician', 52],
  ['ruth', 'Ruth Sandoval', 'Customer Technician', 22],
  ['connor', 'Connor Doyle', 'Customer Technician', 16],
  ['amina', 'Amina Yusuf', 'Customer Technician', 9],
  ['viktor', 'Viktor Horváth', 'Customer Technician', 31, { status: 'leave' }],
  ['lena', 'Lena Brandt', 'Community Liaison Officer', 13, { share: 0.8, until: -2 }],
  ['moses', 'Moses Kiplagat', 'Leak Line Adviser', 6],
])

const planning = team({ team: 'planning', place: 'house', to: 'ngaio' }, [
  ['ngaio', 'Ngaio Ferreira', 'Head of People', 39, { to: 'helen' }],
  ['owen', 'Owen Lockhart', 'Recruitment Adviser', 21],
  ['shirin', 'Shirin Azadi', 'Workforce Planner', 17],
  ['patrick', 'Patrick Oduya', 'Learning and Development Adviser', 12],
])

/** Who has left in the last two years; their managers were the same. */
const left = [
  leaver('edwin', 'Edwin Marsh', { ...contactPost('Customer Adviser', 60, 15, 'farid') }),
  leaver('tara', 'Tara Vickers', { ...contactPost('Customer Adviser', 25, 9, 'aroha') }),
  leaver('hugo', 'Hugo Lambert', { ...billingPost('Billing Adviser'), to: 'karin', from: 33, until: 5 }),
  leaver('zainab', 'Zainab Farouk', {
    title: 'Case Handler',
    team: 'complaints',
    place: 'eastwick',
    to: 'beatriz',
    from: 23,
    until: 3,
  }),
]

function contactPost(title: string, from: number, until: number, to = 'marcus'): DemoPost {
  return { title, team: 'contact', place: 'eastwick', to, from, until }
}

function billingPost(title: string): Omit<DemoPost, 'from' | 'until'> {
  return { title, team: 'billing', place: 'house', to: 'daniel' }
}

function leaver(key: string, name: string, post: DemoPost): Omit<DemoPerson, 'number'> {
  return { key, name, status: 'left', posts: [post] }
}

export const PEOPLE: DemoPerson[] = [
  ...office,
  ...contact,
  ...complaints,
  ...billing,
  ...field,
  ...planning,
  ...left,
].map((person, i) => ({ ...person, number: `MW${1001 + i}` }))
