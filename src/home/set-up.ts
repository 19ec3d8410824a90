import { z } from 'zod'
import { Invalid } from '#errors.ts'

const name = (what: string) => z.string(what).trim().min(1, what).max(200, 'Two hundred characters at most.')

const Form = z.object({
  organization: name('Give the organisation a name; it can be changed later.'),
  name: name('Give your name, as your colleagues know it.'),
  email: z.email('Give an e-mail address, such as name@example.org.').max(300),
  password: z.string('Choose a password.').min(1, 'Choose a password.'),
})

/** What it takes to start an organisation. Whether the password is strong enough is for the account to say. */
export type SetUp = z.infer<typeof Form>

/** The form as it was sent. `code`: what the terminal printed, or null where none is needed. Throws Invalid, field by field. */
export function setUpFrom(values: Record<string, unknown>, code: string | null): SetUp {
  const form = Form.safeParse(values)
  const issues = form.success ? [] : form.error.issues
  const faults = Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
  if (
    code !== null &&
    String(values.code ?? '')
      .trim()
      .toUpperCase() !== code
  )
    faults.code = 'This is not the code. It stands where Sightline was started, in the line “Code to set up”.'
  if (!form.success || Object.keys(faults).length > 0) throw new Invalid(faults)
  return form.data
}
