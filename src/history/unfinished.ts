/** A job that was given up after its last try. */
export interface UnfinishedJob {
  id: string
  /** Its name, such as "people.import". */
  job: string
  /** What it was asked to do; given again when it is tried again. */
  data: object
  /** What went wrong at the last try. */
  reason: string
  tries: number
  givenUpAt: Date
}
