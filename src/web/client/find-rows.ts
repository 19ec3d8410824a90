/** <find-rows label="…"> adds a box that leaves only the table rows whose head has what is typed. */
class FindRows extends HTMLElement {
  connectedCallback() {
    const label = document.createElement('label')
    const box = Object.assign(document.createElement('input'), { type: 'search', autocomplete: 'off' })
    const count = document.createElement('output')
    label.append(this.getAttribute('label') ?? '', box, count)
    box.addEventListener('input', () => {
      count.textContent = this.#show(box.value.trim().toLowerCase())
    })
    this.prepend(label)
  }

  /** Hides the rows without these words, and the headings that are left without rows. Says how many rows remain. */
  #show(words: string): string {
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.block)')]
    for (const row of rows) row.hidden = !row.cells[0]?.textContent.toLowerCase().includes(words)
    for (const body of this.querySelectorAll('tbody')) {
      body.hidden = body.querySelector('tr:not(.block):not([hidden])') === null
    }
    return words ? `${rows.filter((row) => !row.hidden).length} of ${rows.length}` : ''
  }
}
customElements.define('find-rows', FindRows)
