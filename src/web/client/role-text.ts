/**
 * Where a text about a role is written: saves a moment after one has typed, and keeps the marks of the words fresh. Without
 * this script the button saves, and the page that comes has the marks.
 */
const PAUSE_MS = 1200

const form = document.querySelector<HTMLFormElement>('form[data-editor]')
if (form) keepSaved(form)

function keepSaved(form: HTMLFormElement): void {
  let waiting = 0
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  form.addEventListener('input', (event) => {
    const { name } = event.target as HTMLInputElement
    // What is to be added becomes lines of the page, so it waits for the button.
    if (isStopped || /^(?:add|take)\./.test(name)) return
    tell(form, 'Not saved yet')
    clearTimeout(waiting)
    waiting = window.setTimeout(() => {
      running = running.then(async () => {
        isStopped = !(await save(form))
      })
    }, PAUSE_MS)
  })
  form.addEventListener('submit', () => {
    clearTimeout(waiting)
    isStopped = true
  })
}

/** False: it could not be saved, and the button will say why. */
async function save(form: HTMLFormElement): Promise<boolean> {
  const fields = [...new FormData(form)].filter(([name]) => !/^(?:add|take)\./.test(name)) as [
    string,
    string,
  ][]
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams([...fields, ['do', 'save']]),
    })
    if (answer.status === 409) {
      tell(form, 'Somebody else has changed this draft. Press Save to see both; what you typed stays.')
      return false
    }
    if (!answer.ok) {
      tell(form, 'This cannot be saved as it is. Press Save to see why; what you typed stays.')
      return false
    }
    refresh(form, new DOMParser().parseFromString(await answer.text(), 'text/html'))
    return true
  } catch {
    tell(form, 'No connection. What you typed is still here; it is saved with the next change.')
    return true
  }
}

function refresh(form: HTMLFormElement, page: Document): void {
  const seen = page.querySelector<HTMLInputElement>('[data-seen]')
  const mine = form.querySelector<HTMLInputElement>('[data-seen]')
  if (seen && mine) mine.value = seen.value
  for (const old of document.querySelectorAll('[data-fresh]')) {
    const fresh = page.getElementById(old.id)
    if (fresh) old.replaceWith(fresh)
  }
  tell(form, `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
}

function tell(form: HTMLFormElement, says: string): void {
  const place = form.querySelector('[data-saved]')
  if (place) place.textContent = says
}
