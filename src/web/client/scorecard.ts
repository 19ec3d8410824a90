/**
 * The scorecard, safe against lost connections: what is typed stands on this device until Sightline has it, is sent with the
 * revision that it was made to, and is brought together with what another device wrote meanwhile. No clock decides anything.
 * Without this script the page is a form with buttons.
 */
import { mergeTexts, type Texts } from '../../lib/three-way.ts'

/** Changes of one question that Sightline does not have yet. */
interface Unsent {
  base: Texts
  mine: Texts
}

interface Answer {
  question: string
  isStale: boolean
  fields: Texts
}

const PAUSE_MS = 700
const RETRY_MS = 5_000
const PROSE = new Set(['notes', 'quotes', 'probe', 'skipped'])
const CHOICE_NAMES: Record<string, string> = { given: 'rating', level: 'level', months: 'number of months' }

const form = document.querySelector<HTMLFormElement>('form[data-card]')
const locked = document.querySelector<HTMLElement>('[data-card-locked]')
const review = document.querySelector<HTMLElement>('[data-card-unsent]')
const whose = form?.dataset.card ?? locked?.dataset.cardLocked ?? review?.dataset.cardUnsent ?? ''
const place = `sightline-card-${whose}`
const questions = [...document.querySelectorAll<HTMLElement>('[data-question]')]
const idOf = (question: HTMLElement) => question.dataset.question ?? ''
/** What Sightline is known to have, by question. */
const known = new Map<string, Texts>()
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(place) : null

function unsent(): Record<string, Unsent> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Record<string, Unsent>
  } catch {
    return {}
  }
}

function keep(all: Record<string, Unsent>) {
  try {
    if (Object.keys(all).length > 0) localStorage.setItem(place, JSON.stringify(all))
    else localStorage.removeItem(place)
  } catch {
    say('This device keeps nothing for pages, so stay connected: what you type is sent as you type.')
  }
}

function say(words: string) {
  const voice = document.querySelector('[data-saved]')
  if (voice && voice.textContent !== words) voice.textContent = words
}

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const boxesOf = (question: HTMLElement) => [
  ...question.querySelectorAll<Box>('input[name], textarea[name], select[name]'),
]
const fieldOf = (box: Box) => box.name.slice(0, box.name.indexOf(':'))
const isRadio = (box: Box): box is HTMLInputElement => box instanceof HTMLInputElement && box.type === 'radio'

function read(question: HTMLElement): Texts {
  const boxes = boxesOf(question).filter((box) => !isRadio(box) || box.checked)
  return Object.fromEntries(boxes.map((box) => [fieldOf(box), box.value]))
}

function show(question: HTMLElement, fields: Texts) {
  for (const box of boxesOf(question)) {
    const value = fields[fieldOf(box)] ?? ''
    if (isRadio(box)) box.checked = box.value === value
    else if (box.value !== value) box.value = value
  }
  count()
}

const isSame = (a: Texts, b: Texts) =>
  Object.keys(a).every((name) => name === 'revision' || a[name] === (b[name] ?? ''))

function changed(question: HTMLElement) {
  const id = idOf(question)
  const all = unsent()
  const base = all[id]?.base ?? known.get(id) ?? read(question)
  keep({ ...all, [id]: { base, mine: read(question) } })
  count()
}

/** Takes what Sightline has now as the new base of a question. Says which choices clash, in words. */
function settle(id: string, { base, mine }: Unsent, theirs: Texts): string {
  known.set(id, theirs)
  const { texts, clashes } = mergeTexts({ base, mine, theirs }, PROSE)
  const { revision = '0' } = theirs
  const merged = { ...texts, revision }
  const { [id]: _, ...others } = unsent()
  keep(isSame(merged, theirs) ? others : { ...others, [id]: { base: theirs, mine: merged } })
  const question = questions.find((one) => idOf(one) === id)
  if (question) show(question, merged)
  const names = clashes.flatMap((name) => CHOICE_NAMES[name] ?? [])
  if (names.length === 0) return ''
  return `On another device you chose another ${names.join(' and ')}, which stands here now. Choose again if you want yours.`
}

class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(String(status))
    this.status = status
  }
}

async function post(all: Record<string, Unsent>): Promise<Answer[]> {
  const fields = Object.entries(all).flatMap(([id, { base, mine }]) =>
    Object.entries({ ...mine, revision: base.revision ?? '0' }).map(([name, value]) => [
      `${name}:${id}`,
      value,
    ]),
  )
  const answer = await fetch(form?.dataset.entries ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(fields)),
  })
  if (!answer.ok || answer.redirected) throw new Refused(answer.redirected ? 401 : answer.status)
  return ((await answer.json()) as { entries: Answer[] }).entries
}

/** What was typed while the sending was under way was made to what was sent. */
function arrived(sent: Record<string, Unsent>, { question, isStale, fields }: Answer): string {
  const now = unsent()[question] ?? sent[question]
  const before = sent[question]
  if (!now || !before) return ''
  const base = isStale ? before.base : before.mine
  tabs?.postMessage({ question, fields })
  return settle(question, { base, mine: now.mine }, fields)
}

function trouble(status: number): string {
  if (status === 401)
    return 'You are signed out. What you typed is kept here: sign in in another tab, then type on.'
  if (status === 409)
    return 'Nothing can be written on this scorecard any more. What was not sent is kept on this device: load the page again.'
  if (status === 422)
    return 'One entry cannot be saved yet, such as months that are no number. The rest is kept here.'
  return 'Not sent yet: what you typed is kept on this device and sent as soon as Sightline answers.'
}

let sending = false
let waiting = 0

/** One tab at a time sends, so that nothing goes twice. */
async function send() {
  if (sending || !form || Object.keys(unsent()).length === 0) return
  sending = true
  clearTimeout(waiting)
  const work = async () => {
    const sent = unsent()
    const said = (await post(sent)).map((answer) => arrived(sent, answer)).filter(Boolean)
    const at = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    say([`saved ${at}`, ...said].join('. '))
  }
  try {
    await (navigator.locks ? navigator.locks.request(place, work) : work())
    if (Object.keys(unsent()).length > 0) soon(PAUSE_MS)
  } catch (error) {
    say(trouble(error instanceof Refused ? error.status : 0))
    soon(RETRY_MS)
  } finally {
    sending = false
  }
}

function soon(ms: number) {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => void send(), ms)
}

function count() {
  const given = questions.filter((question) => (read(question).given ?? '') !== '').length
  const words = document.querySelector('[data-progress]')
  if (words) words.textContent = `${given} of ${questions.length} answers rated`
}

/** A new quote begins with the time, as the interviewer's own watch has it. */
function stampQuote(box: HTMLTextAreaElement) {
  const before = box.value.slice(0, box.selectionStart)
  if (box.selectionStart !== box.value.length || (before !== '' && !before.endsWith('\n'))) return
  box.value += `${new Date().toTimeString().slice(0, 5)} `
}

/** The digits rate the question in hand while a rating has the focus; n: no response. */
function onKey(event: KeyboardEvent) {
  const { target, key } = event
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9n]$/.test(key)) return
  const value = key === 'n' ? 'none' : key
  const radio = [...document.getElementsByName(target.name)].find(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.value === value,
  )
  if (!radio) return
  event.preventDefault()
  radio.focus()
  radio.checked = true
  radio.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What did not arrive from an earlier visit is put back, together with what came from elsewhere since. */
function putBack() {
  const said = questions.flatMap((question) => {
    const id = idOf(question)
    const theirs = read(question)
    known.set(id, theirs)
    const left = unsent()[id]
    return left ? [settle(id, left, theirs)] : []
  })
  if (said.length > 0) say(['Put back what this device had kept', ...said.filter(Boolean)].join('. '))
}

/** What another tab saved or keeps shows here too, except where one is typing. */
function follow(id: string, fields: Texts) {
  const question = questions.find((one) => idOf(one) === id)
  if (!question || question.contains(document.activeElement)) return
  show(question, fields)
}

if (form) {
  putBack()
  void send()
  form.addEventListener('input', ({ target }) => {
    const question = target instanceof Element && target.closest<HTMLElement>('[data-question]')
    if (!question) return
    changed(question)
    soon(PAUSE_MS)
  })
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && fieldOf(target) === 'quotes') stampQuote(target)
  })
  form.addEventListener('keydown', onKey)
  addEventListener('online', () => void send())
  addEventListener('visibilitychange', () => void send())
  addEventListener('storage', ({ key }) => {
    if (key === place) for (const [id, { mine }] of Object.entries(unsent())) follow(id, mine)
  })
  tabs?.addEventListener('message', ({ data }: MessageEvent<{ question: string; fields: Texts }>) => {
    if (unsent()[data.question]) return
    known.set(data.question, data.fields)
    follow(data.question, data.fields)
  })
}

/** Before submitting: words that Sightline does not have are named, so that they are not lost by the lock. */
if (review && Object.keys(unsent()).length > 0) review.hidden = false

/** On a locked card: what never arrived can still be read here, and taken away. */
if (locked) {
  const lost = Object.values(unsent())
    .flatMap(({ mine }) => [mine.notes, mine.quotes, mine.probe])
    .filter(Boolean)
  if (lost.length > 0) {
    const box = document.createElement('div')
    box.className = 'notice warning'
    const title = Object.assign(document.createElement('p'), {
      className: 'notice-title',
      textContent: 'Typed on this device after the scorecard was submitted elsewhere, so not part of it:',
    })
    const words = lost.map((text) =>
      Object.assign(document.createElement('p'), { className: 'notes-read', textContent: text }),
    )
    const button = Object.assign(document.createElement('button'), {
      className: 'button plain',
      type: 'button',
      textContent: 'Remove it from this device',
    })
    button.addEventListener('click', () => {
      keep({})
      box.remove()
    })
    box.append(title, ...words, button)
    locked.prepend(box)
  } else keep({})
}
