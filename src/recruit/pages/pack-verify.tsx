import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { type PackVerdict, PROVES } from '../pack/check.ts'
import { packFacts } from '../pack/pack.ts'
import { RecruitFrame } from './frame.tsx'
import { PackPaper } from './pack-paper.tsx'

interface PackVerifyProps {
  /** Null: nothing has been checked yet. */
  verdict: PackVerdict | null
  /** What the organisation's own chain and history say of it; null: nothing. */
  house: { says: string; differs: boolean } | null
  errors: Messages
}

/** Anybody's pack, checked without trusting what made it. */
export function PackVerifyPage({ verdict, house, errors }: PackVerifyProps) {
  return (
    <RecruitFrame
      title="Check a pack"
      styles={['scorecard', 'sheet', 'pack']}
      lead="Choose the file of a defensibility pack. Every seal and every number in it is computed again; nothing that made it is trusted, and the file is not kept."
    >
      <Problems errors={errors} />
      {verdict && <Verdict verdict={verdict} house={house} />}
      <form class="stack pack-form" method="post" action={links.packVerify()} enctype="multipart/form-data">
        <Field
          label="The file of a pack (JSON)"
          name="file"
          type="file"
          accept=".json,application/json"
          error={errors.file}
          hint="The terminal does the same: sightline recruit verify FILE."
        />
        <Button kind="primary">Check it</Button>
      </form>
      {verdict?.pack && (
        <details class="pack-read">
          <summary>Read what it says</summary>
          <PackPaper pack={verdict.pack} />
        </details>
      )}
    </RecruitFrame>
  )
}

function Verdict({
  verdict: { pack, faults, remarks },
  house,
}: Pick<PackVerifyProps, 'house'> & { verdict: PackVerdict }) {
  return (
    <section class="flow pack-verdict" aria-labelledby="verdict">
      <h2 id="verdict">
        {pack ? `${pack.vacancy.title}: ` : ''}
        {faults.length === 0 ? 'it holds' : 'it does not hold'}
      </h2>
      {pack && <p class="soft">{packFacts(pack)}</p>}
      {faults.length === 0 ? (
        <Notice kind="done" title="What it says is what was sealed">
          <p>{PROVES}</p>
        </Notice>
      ) : (
        <Notice kind="problem" title={faults.length === 1 ? 'One fault' : `${faults.length} faults`}>
          <ul>
            {faults.slice(0, MOST).map(({ where, says }) => (
              <li key={`${where} ${says}`}>
                {where}: {says}
              </li>
            ))}
          </ul>
          {faults.length > MOST && <p>And {faults.length - MOST} more.</p>}
        </Notice>
      )}
      {house && (
        <Notice kind={house.differs ? 'warning' : 'note'} title="What this organisation says of it">
          <p>{house.says}</p>
        </Notice>
      )}
      {remarks.length > 0 && (
        <>
          <h3>To bear in mind</h3>
          <ul class="pack-remarks">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** One change shows in several places; more would only scare. */
const MOST = 20
