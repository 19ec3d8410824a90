/** What is kept of a judgement, said before anything is. */
export function Keeping({
  text,
  keeps = false,
  proposes = false,
}: {
  text?: string
  keeps?: boolean
  proposes?: boolean
}) {
  return (
    <>
      <p class="small">
        Kept with your name: this competency and level, what Sightline had said, and the day. It counts on
        “How good is it?”. <b>Your words are kept only if you tick this:</b>
      </p>
      <label class="tick">
        <input type="checkbox" name="keep" value="yes" checked={keeps} />
        <span>
          Keep {text === undefined ? 'the words' : `“${text}”`} as an example for my own translations
        </span>
      </label>
      <label class="tick">
        <input type="checkbox" name="propose" value="yes" checked={proposes} />
        <span>Keep and propose it for everybody’s: a steward reads it, and once accepted everybody can</span>
      </label>
    </>
  )
}
