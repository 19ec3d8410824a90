import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { consentWords, type EndpointCard } from '../endpoint.ts'
import { type Reach, TranslateFrame } from './frame.tsx'
import { Day } from './share.tsx'

interface EndpointProps {
  organization: string
  endpoint: EndpointCard | null
  reach: Reach
  values?: { baseUrl?: string; model?: string }
  errors?: Messages
}

/** The owner's page: whether people may ask a language model elsewhere, which one, and what was agreed. */
export function EndpointPage({ organization, endpoint, reach, values = {}, errors = {} }: EndpointProps) {
  return (
    <TranslateFrame
      title="A language model elsewhere"
      tab="endpoint"
      reach={reach}
      lead="Translate works on this machine and sends nothing anywhere. If you wish, people may also ask a language model that you choose, statement by statement."
    >
      {endpoint ? <Agreed endpoint={endpoint} /> : <Notice title="It is off: nothing is sent anywhere" />}
      <form class="stack block" method="post" action={links.translateEndpoint()} noValidate>
        <Problems errors={errors} />
        <Field
          label="Address"
          name="baseUrl"
          type="url"
          value={values.baseUrl ?? endpoint?.baseUrl}
          error={errors.baseUrl}
          hint="Of any service that speaks the OpenAI protocol, without the path of a single call: https://llm.example.org/v1"
          autocomplete="off"
        />
        <Field
          label="Model"
          name="model"
          value={values.model ?? endpoint?.model}
          error={errors.model}
          autocomplete="off"
        />
        <Field
          label="Key"
          name="key"
          type="password"
          error={errors.key}
          hint={
            endpoint?.hasKey
              ? 'One is kept, sealed, and is never shown again. Leave this empty to keep it.'
              : 'Kept sealed and never shown again. Empty where none is needed.'
          }
          autocomplete="off"
        />
        <Consent organization={organization} host={endpoint?.host ?? null} error={errors.agrees} />
        <Button kind="primary">{endpoint ? 'Save and agree again' : 'Let people ask it'}</Button>
      </form>
      {endpoint && (
        <form class="block" method="post" action={links.translateEndpointRemoval()}>
          <Button kind="danger">Turn it off and forget the key</Button>
        </form>
      )}
    </TranslateFrame>
  )
}

function Agreed({ endpoint: { host, model, consent, agreedBy, agreedAt } }: { endpoint: EndpointCard }) {
  return (
    <Notice kind="done" title={`On: people may ask ${model} at ${host}`}>
      <p>{consent}</p>
      <p class="small soft">
        Agreed{agreedBy && ` by ${agreedBy}`}, <Day at={agreedAt} />
      </p>
    </Notice>
  )
}

interface ConsentProps {
  organization: string
  host: string | null
  error: string | undefined
}

function Consent({ organization, host, error }: ConsentProps) {
  return (
    <fieldset class={error ? 'ticks wrong' : 'ticks'} id="field-agrees">
      <legend>What you agree to</legend>
      {error && <p class="error">{error}</p>}
      <label class="tick">
        <input type="checkbox" name="agrees" value="yes" />
        <span>{consentWords(organization, host ?? 'the machine of this address')}</span>
      </label>
    </fieldset>
  )
}
