/**
 * Keeps what is being typed in this tab until it has been sent, so that a lost connection or a closed page loses nothing.
 * A draft is offered again only for the version of the story that it was written for.
 */
const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const PREFIX = 'sightline-story/'

type Values = Record<string, string>

function boxes(of: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...of.querySelectorAll<HTMLTextAreaElement>('textarea, select, input:not([type=hidden])')]
}

function valuesOf(of: HTMLFormElement): Values {
  return Object.fromEntries(boxes(of).map(({ name, value }) => [name, value]))
}

function kept(key: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Values | null
  } catch {
    return null
  }
}

function put(key: string, values: Values): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values))
  } catch {
    // A full or forbidden store: the page works as without this script.
  }
}

function start(of: HTMLFormElement, key: string): void {
  const before = JSON.stringify(valuesOf(of))
  const draft = kept(key)
  const cameBack = document.querySelector('.notice.problem') !== null
  if (draft && !cameBack && JSON.stringify(draft) !== before) {
    for (const box of boxes(of)) box.value = draft[box.name] ?? box.value
    say(of, 'What you had typed here before is back. It is not saved yet.')
  }
  of.addEventListener('input', () => put(key, valuesOf(of)))
  // Sent: the server has it, or gives the form back with all that was typed.
  of.addEventListener('submit', () => sessionStorage.removeItem(key))
  for (const link of of.querySelectorAll('a.button.quiet'))
    link.addEventListener('click', () => sessionStorage.removeItem(key))
}

function say(of: HTMLFormElement, words: string): void {
  const note = document.createElement('p')
  note.className = 'notice'
  note.setAttribute('role', 'status')
  note.textContent = words
  of.before(note)
}

if (form?.dataset.draft) start(form, PREFIX + form.dataset.draft)
