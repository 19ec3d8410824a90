/**
 * <live-results> around a search form and an element with [data-live]: while one types or chooses, the answer of the form
 * takes the place of that element, and the address keeps step. Without this script the form's button does it.
 */
const PAUSE_MS = 180

class LiveResults extends HTMLElement {
  #waiting = 0
  #asked: AbortController | undefined

  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('input', () => {
      clearTimeout(this.#waiting)
      this.#waiting = window.setTimeout(() => this.#ask(form), PAUSE_MS)
    })
  }

  async #ask(form: HTMLFormElement) {
    const filled = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
    const url = new URL(form.action)
    url.search = new URLSearchParams(filled).toString()
    this.#asked?.abort()
    this.#asked = new AbortController()
    try {
      const answer = await fetch(url, { signal: this.#asked.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('live-results [data-live]')
      if (!answer.ok || !fresh) return form.submit()
      this.querySelector('[data-live]')?.replaceWith(fresh)
      history.replaceState(null, '', url)
    } catch (error) {
      if ((error as Error).name !== 'AbortError') form.submit()
    }
  }
}
customElements.define('live-results', LiveResults)
