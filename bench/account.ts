/** What signing in costs, and what each request pays to know who asks. */
import { visitorOf } from '../src/account/actions/visitor.ts'
import { appOf } from '../test/app.ts'
import { openTestDatabase } from '../test/database.ts'
import { PASSWORD, signedInMember } from '../test/member.ts'
import { newVisitor } from '../test/visitor.ts'

/** Rows of text: what, the processor time of this process, and the time until the answer. */
export async function benchAccount(): Promise<string[][]> {
  const start = process.cpuUsage()
  await import('../src/identity/identity.ts')
  const loading = cpuSince(start)
  const database = await openTestDatabase()
  const app = appOf(database.world)
  try {
    const { visitor, email } = await signedInMember(database, app, { name: 'Ada Byrne' })
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const made = await visitor.post('/account/token', { name: 'Bench', scope: 'read', days: '7' })
    const token = /sightline_[\w-]{64}/.exec(made.html)?.[0] ?? ''
    const from = (headers: Record<string, string>) => () =>
      visitorOf(database.world, { headers: new Headers(headers), address: '' })
    const signIn = (given: string) => () =>
      newVisitor(app).post('/sign-in', { email: given, password: PASSWORD, next: '/' })
    return [
      ['loading what signs people in, once', `${loading.toFixed(0)} ms CPU`],
      ['who asks, with a session', ...(await cost(200, from({ cookie })))],
      ['who asks, with a token', ...(await cost(200, from({ authorization: `Bearer ${token}` })))],
      ['who asks, nobody', ...(await cost(200, from({})))],
      ['signing in, right password', ...(await cost(8, signIn(email)))],
      ['signing in, unknown address', ...(await cost(8, signIn('stranger@ours.example')))],
      ['one’s account page', ...(await cost(50, () => visitor.get('/account')))],
    ]
  } finally {
    await database.close()
  }
}

async function cost(rounds: number, work: () => Promise<unknown>): Promise<string[]> {
  await work()
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  for (let i = 0; i < rounds; i++) await work()
  const wall = (performance.now() - clock) / rounds
  return [`${(cpuSince(cpu) / rounds).toFixed(2)} ms CPU`, `${wall.toFixed(1)} ms`]
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
