/** Answers about a job are saved as they are given. Without this script the form's buttons do it. */
const form = document.querySelector<HTMLFormElement>('form[data-job-answers]')
const voice = document.querySelector('[data-saved]')
const PAUSE_MS = 400
let waiting = 0

function say(words: string) {
  if (voice) voice.textContent = words
}

async function save(of: HTMLFormElement) {
  try {
    const body = new URLSearchParams([...new FormData(of)] as [string, string][])
    // Where the form would lead to does not matter here: a redirect says that it is saved.
    const answer = await fetch(of.action, { method: 'POST', body, redirect: 'manual' })
    if (answer.type !== 'opaqueredirect') throw new Error(String(answer.status))
    say(`Saved ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
  } catch {
    say('Not saved yet. Press “Save and go on”: the page then says why.')
  }
}

// The form itself brings everything when it is sent.
form?.addEventListener('submit', () => clearTimeout(waiting))

form?.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = window.setTimeout(() => save(form), PAUSE_MS)
})
