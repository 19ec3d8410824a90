/** What the wording checker finds in a text about a job: words that hide what is done, or that turn people away. */

export const MARK_KINDS = [
  'trait',
  'praise',
  'gender',
  'age',
  'ability',
  'origin',
  'private',
  'proxy',
  'unclear',
  'long',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** What people read for each kind. */
export const MARK_WORDS: Record<MarkKind, { label: string; says: string }> = {
  trait: { label: 'Quality', says: 'A quality of a person, where the work should stand' },
  praise: { label: 'Empty praise', says: 'Says that something is good, and not what it is' },
  gender: { label: 'Gender', says: 'Speaks to one gender more than to others' },
  age: { label: 'Age', says: 'Speaks to one age more than to others' },
  ability: { label: 'Health and disability', says: 'Shuts out people for their body or mind' },
  origin: { label: 'Origin', says: 'Shuts out people for where they come from' },
  private: { label: 'Private matter', says: 'Has nothing to do with the job, and may be unlawful to ask' },
  proxy: { label: 'Stand-in', says: 'A paper or a number of years in place of what somebody can do' },
  unclear: { label: 'Unclear', says: 'Could mean several things, or nothing' },
  long: { label: 'Long sentence', says: 'Hard to take in at one reading' },
}

/** A place in the text. Marks of words never lie over one another; a long sentence may have marks inside it. */
export interface Mark {
  /** In UTF-16 units, as `text.slice(start, end)` takes them. */
  start: number
  end: number
  /** The words themselves. */
  text: string
  kind: MarkKind
  /** One plain sentence. */
  why: string
  /** What to write instead, as a sentence. */
  instead: string
  /** For a quality: its plain name, such as "communication", by which a behaviour can be found. Otherwise null. */
  quality: string | null
}

/** One line of a word list. */
export interface Entry {
  /**
   * A regular expression without capitals. A space stands for any white space, ' for either apostrophe; the ends are ends of
   * words. American spelling is written in: organi[sz]e, colou?r.
   */
  words: string
  why: string
  instead: string
  quality?: string
  /** Marked only where it is said of a person: "you are calm", "a calm person", "calm, patient and kind". */
  ofPersons?: boolean
}

/** A list of entries of one kind. */
export interface WordList {
  kind: Exclude<MarkKind, 'long'>
  entries: readonly Entry[]
  /** A sentence that matches is left alone, such as one that says that everybody is welcome. */
  except?: RegExp
}
