/** What is worth knowing about a file and keeps nothing from being done. */
export function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null
  return (
    <section class="block" aria-labelledby="notes">
      <h2 id="notes">Worth knowing</h2>
      <ul class="prose notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}
