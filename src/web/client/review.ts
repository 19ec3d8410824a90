/**
 * The intake review, made quick: changes are sent without loading the page anew, keys move and place items, and the
 * lines of the source light up with the item in hand. Without this script every step is a form and a link.
 */

const KEYS_OFF = 'sightline-review-keys-off'
const review = () => document.querySelector<HTMLElement>('#review')
const items = () =>
  [...document.querySelectorAll<HTMLElement>('.review-draft .item')].filter((item) => item.checkVisibility())
const itemOf = (id: string) => document.getElementById(`i-${id}`)
const boxOf = (item: HTMLElement) => item.querySelector<HTMLInputElement>('input[name=items]')

/** Id of the item in hand. */
let inHand: string | null = null
let busy = false

/** Says something above the toolbar, seen and heard; nothing takes it away again. */
function say(words = '') {
  document.querySelector('#review-voice')?.remove()
  if (!words) return
  const voice = Object.assign(document.createElement('p'), {
    id: 'review-voice',
    className: 'notice warning',
    role: 'status',
  })
  document.querySelector('#review .toolbar')?.append(voice)
  voice.textContent = words
}

function light(item: HTMLElement) {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit')
  const [first = 0, last = 0] = (item.dataset.lines ?? '').split('-').map(Number)
  for (let line = first; line <= last && line - first < 60; line++)
    document.getElementById(`L${line}`)?.classList.add('lit')
  const pane = document.querySelector<HTMLElement>('.source-lines')
  const line = document.getElementById(`L${first}`)
  if (pane && line && pane.scrollHeight > pane.clientHeight)
    pane.scrollTop = line.offsetTop - pane.clientHeight / 3
}

function take(item: HTMLElement | undefined) {
  if (!item) return
  inHand = item.dataset.item ?? null
  item.tabIndex = -1
  item.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
  light(item)
}

/**
 * Loads or posts, and puts the answer's review in the place of this one. When the draft has changed elsewhere the
 * fresh review is shown, with what was typed still in its box.
 */
async function visit(url: string, init?: RequestInit): Promise<boolean> {
  if (busy) return false
  busy = true
  review()?.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(url, init)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.querySelector('#review')
    if (fresh) review()?.replaceWith(fresh)
    else say(page.querySelector('main .lead')?.textContent ?? 'The change was not made. Load the page again.')
    if (fresh) settle()
    return answer.ok
  } catch {
    say(
      'Sightline does not answer. The change was not made, and what you typed is still here; try it again in a moment.',
    )
    return false
  } finally {
    busy = false
    review()?.removeAttribute('aria-busy')
  }
}

/** After a change: count the ticks, and hand over to the text box that is open or to the item in hand. */
function settle() {
  countTicks()
  keysBox()
  const box = document.querySelector<HTMLTextAreaElement>(
    '.rewrite textarea, .names-panel input, .names input[name=title]',
  )
  if (box) return box.focus()
  const item = inHand === null ? null : itemOf(inHand)
  if (item) take(item)
}

async function send(fields: Record<string, string>): Promise<boolean> {
  const { steps, seen } = review()?.dataset ?? {}
  if (!steps || seen === undefined) return false
  return visit(steps, { method: 'POST', body: new URLSearchParams({ ...fields, seen }) })
}

/** After an item has left its place its neighbour comes into hand; when it could not leave, it stays. */
async function sendAway(fields: Record<string, string>, neighbour: 'below' | 'above' = 'below') {
  const list = items()
  const at = list.findIndex((item) => item.dataset.item === inHand)
  const [below, above] = [list[at + 1]?.dataset.item, list[at - 1]?.dataset.item]
  const id = inHand
  if (!id || !(await send({ ...fields, items: id }))) return
  inHand = (neighbour === 'below' ? (below ?? above) : above) ?? null
  settle()
}

function step(by: number) {
  const list = items()
  const at = list.findIndex((item) => item.dataset.item === inHand)
  take(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)])
}

function toLevel(key: string) {
  const item = inHand === null ? null : itemOf(inHand)
  const home = item?.closest('[data-competency]') ?? document.querySelector('[data-competency]')
  const options = [...document.querySelectorAll<HTMLOptionElement>('#field-to option')]
  const mine = options.filter((o) => o.value.startsWith(`level:${home?.getAttribute('data-competency')}:`))
  const part = home?.querySelector<HTMLElement>(`[data-level="${key}"]`)?.dataset.place
  const to = part ?? mine[Number(key) - 1]?.value
  if (to) sendAway({ do: 'move', to })
  else say(`There is no level ${key} here.`)
}

/** Cuts where the cursor stands in the item's words; opens the words when it stands nowhere. */
function cut() {
  const item = inHand === null ? null : itemOf(inHand)
  const words = item?.querySelector('[data-text]')
  const selection = getSelection()
  const at = selection?.anchorNode && words?.contains(selection.anchorNode) ? selection.anchorOffset : 0
  const text = words?.textContent ?? ''
  if (!item || !inHand) return
  if (at <= 0 || at >= text.length) return change()
  send({ do: 'rewrite', item: inHand, text: `${text.slice(0, at)}\n${text.slice(at)}` })
}

function change() {
  const link = inHand === null ? null : itemOf(inHand)?.querySelector<HTMLAnchorElement>('a.change')
  if (link) visit(link.href)
}

function tick() {
  const box = inHand === null ? null : boxOf(itemOf(inHand) ?? document.body)
  if (!box) return
  box.checked = !box.checked
  countTicks()
}

const ACTIONS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  m: () => sendAway({ do: 'merge' }, 'above'),
  n: () => sendAway({ do: 'notes' }),
  s: cut,
  e: change,
  x: tick,
  u: () => send({ do: 'undo' }),
}

function countTicks() {
  const ticked = document.querySelectorAll('input[name=items]:checked').length
  const label = document.querySelector('[data-ticked]')
  if (label) label.textContent = ticked === 0 ? 'With the ticked items:' : `With ${ticked} ticked:`
}

/** Single keys can be switched off, for people whose speech or trembling hand presses them by chance. */
function keysBox() {
  const keys = document.querySelector('.keys')
  if (!keys || keys.querySelector('input')) return
  const box = Object.assign(document.createElement('input'), {
    type: 'checkbox',
    checked: !localStorage.getItem(KEYS_OFF),
  })
  const label = document.createElement('label')
  label.append(box, ' Use these keys')
  box.addEventListener('change', () =>
    box.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, '1'),
  )
  keys.append(label)
}

addEventListener('keydown', (event) => {
  const box = event.target instanceof Element ? event.target.closest('.rewrite') : null
  if (box && event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    box.querySelector<HTMLButtonElement>('button')?.click()
  if (box && event.key === 'Escape') box.querySelector<HTMLAnchorElement>('a')?.click()
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(KEYS_OFF)) return
  const { target } = event
  const typing =
    target instanceof Element && target.closest('textarea, select, summary, input:not([type=checkbox])')
  if (typing || !review()) return
  const action = /^[1-9]$/.test(event.key) ? () => toLevel(event.key) : ACTIONS[event.key]
  if (!action) return
  event.preventDefault()
  if (event.repeat && !['j', 'k'].includes(event.key)) return
  action()
})

addEventListener('submit', (event) => {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || !review()?.contains(form) || form.method !== 'post') return
  event.preventDefault()
  if (form.id === 'tick' && !document.querySelector('input[name=items]:checked') && inHand) tick()
  const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>)
  visit(form.action, { method: 'POST', body })
})

addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest<HTMLAnchorElement>('#review a')
  if (
    link &&
    link.pathname === location.pathname &&
    (link.search !== location.search || link.closest('.rewrite, .names-panel'))
  ) {
    event.preventDefault()
    visit(link.href)
    return
  }
  const fold = link?.hash ? document.querySelector<HTMLDetailsElement>(`details${link.hash}`) : null
  if (fold) fold.open = true
  const item = event.target.closest<HTMLElement>('.item')
  if (!item) return
  inHand = item.dataset.item ?? null
  light(item)
  countTicks()
})

settle()
