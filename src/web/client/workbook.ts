/**
 * The workbook, made quick: each answer is sent as it is given and kept on this device until it has arrived; keys answer and
 * move. Without this script the page is a form with a button.
 */

interface Given {
  statement: string
  answer: string | null
}

const KEYS_OFF = 'sightline-workbook-keys-off'
/** So many at once; more could not be sent while the page is left. */
const AT_ONCE = 200
const RETRY_MS = 5_000

const form = document.querySelector<HTMLFormElement>('form[data-workbook]')
const place = `sightline-workbook-${form?.dataset.workbook}`
const questions = [...document.querySelectorAll<HTMLFieldSetElement>('fieldset[data-statement]')]

/** What has not arrived yet, in the order in which it was given. */
function waiting(): Given[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Given[]
  } catch {
    return []
  }
}

function keep(all: Given[]) {
  if (all.length > 0) localStorage.setItem(place, JSON.stringify(all))
  else localStorage.removeItem(place)
}

function say(words: string) {
  const voice = document.querySelector('[data-saved]')
  if (voice && voice.textContent !== words) voice.textContent = words
}

/** Why the answers are still here, and what to do. */
function trouble(status: number): string {
  if (status === 401)
    return 'You are signed out. Your answers are kept here: sign in in another tab, then answer on.'
  if (status === 404 || status === 409)
    return 'This round is finished or removed, so the last answers were not saved. Load the page again.'
  return 'Not saved yet: your answers are kept on this device and sent as soon as Sightline answers.'
}

/** One page at a time sends, so that nothing is sent twice when the workbook is open in two tabs. */
function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request(place, work) : work()
}

let sending = false
let retry = 0

async function send() {
  if (sending || !form) return
  sending = true
  clearTimeout(retry)
  try {
    await alone(async () => {
      while (waiting().length > 0) await sendSome(form, waiting().slice(0, AT_ONCE))
    })
  } catch (error) {
    say(error instanceof Refused ? trouble(error.status) : trouble(0))
    retry = window.setTimeout(send, RETRY_MS)
  } finally {
    sending = false
  }
}

class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(String(status))
    this.status = status
  }
}

async function sendSome({ dataset }: HTMLFormElement, some: Given[]) {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(some)
  const answer = await fetch(dataset.answers ?? '', { method: 'POST', headers, body, keepalive: true })
  if (!answer.ok || answer.redirected) throw new Refused(answer.redirected ? 401 : answer.status)
  // More may have been given meanwhile; it stands behind these.
  keep(waiting().slice(some.length))
  for (const given of some) settle(given)
  say(`saved ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
}

/** What has arrived is what the page was opened with, as far as the button is concerned. */
function settle({ statement, answer }: Given) {
  const shown = form?.elements.namedItem(`shown:${statement}`)
  if (shown instanceof HTMLInputElement) shown.value = answer ?? ''
}

const choicesOf = (question: HTMLFieldSetElement) => [
  ...question.querySelectorAll<HTMLInputElement>('input[type=radio]'),
]
const valueIn = (question: HTMLFieldSetElement) =>
  choicesOf(question).find(({ checked }) => checked)?.value ?? ''

const answeredHere = () => questions.filter((question) => valueIn(question) !== '').length
const elsewhere = Number(form?.dataset.answered) - answeredHere()

function count() {
  const answered = elsewhere + answeredHere()
  const words = document.querySelector('[data-progress]')
  if (words) words.textContent = `${answered} of ${form?.dataset.all} answered`
  const bar = document.querySelector<HTMLProgressElement>('.strip progress')
  if (bar) bar.value = answered
}

function give(question: HTMLFieldSetElement, value: string) {
  const statement = question.dataset.statement ?? ''
  keep([...waiting(), { statement, answer: value || null }])
  count()
  void send()
}

function choose(question: HTMLFieldSetElement, value: string) {
  const choice = choicesOf(question).find((one) => one.value === value)
  if (!choice || choice.checked) return
  choice.checked = true
  give(question, value)
}

/** The statement that has the focus; else the first that can be seen. */
function inHand(): number {
  const focused = questions.findIndex((question) => question.contains(document.activeElement))
  if (focused >= 0) return focused
  return Math.max(
    0,
    questions.findIndex((question) => question.getBoundingClientRect().top >= 0),
  )
}

function take(at: number) {
  const question = questions[at]
  if (!question) return form?.querySelector<HTMLElement>('.ways button')?.focus()
  question.focus({ preventScroll: true })
  question.scrollIntoView({ block: 'nearest' })
}

function step(by: number) {
  const isIn = questions.some((question) => question.contains(document.activeElement))
  take(isIn ? Math.max(0, inHand() + by) : inHand())
}

/** The five answers by their places, and 0 for none. */
function press(key: string) {
  const at = inHand()
  const question = questions[at]
  const choices = question ? choicesOf(question) : []
  const choice = key === '0' ? choices.at(-1) : choices[Number(key) - 1]
  if (!question || !choice) return
  choose(question, choice.value)
  take(key === '0' ? at : at + 1)
}

const MOVES: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

function onKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(KEYS_OFF)) return
  const { target } = event
  if (target instanceof Element && target.closest('textarea, select, summary, input:not([type=radio])'))
    return
  const by = MOVES[event.key]
  if (by === undefined && !/^[0-5]$/.test(event.key)) return
  event.preventDefault()
  if (by !== undefined) step(by)
  else if (!event.repeat) press(event.key)
}

/** Single keys can be switched off, for people whose speech or trembling hand presses them by chance. */
function offerKeys() {
  const said = document.querySelector<HTMLElement>('[data-keys]')
  if (!said) return
  said.hidden = false
  const box = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    checked: !localStorage.getItem(KEYS_OFF),
  })
  box.addEventListener('change', () =>
    box.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, '1'),
  )
  const label = document.createElement('label')
  label.append(box, ' Use these keys')
  said.append(' ', label)
}

/** Answers that did not arrive from an earlier visit stand on the page as they were given. */
function putBack() {
  for (const { statement, answer } of waiting()) {
    const question = questions.find(({ dataset }) => dataset.statement === statement)
    const choice = question && choicesOf(question).find(({ value }) => value === (answer ?? ''))
    if (choice) choice.checked = true
  }
}

if (form) {
  for (const question of questions) question.tabIndex = -1
  form.addEventListener('change', ({ target }) => {
    const question =
      target instanceof HTMLInputElement && target.closest<HTMLFieldSetElement>('fieldset[data-statement]')
    if (question && target.type === 'radio') give(question, target.value)
  })
  addEventListener('keydown', onKey)
  addEventListener('online', () => void send())
  offerKeys()
  putBack()
  count()
  void send()
  // A link to a statement takes it in hand, so that keys answer it at once.
  const linked = questions.findIndex(({ id }) => `#${id}` === location.hash)
  if (linked >= 0) take(linked)
}
