import { links } from '#routes.ts'
import { Notice } from '#web/notice.tsx'
import { type Pack, type PackFault, packFileName } from '../pack/pack.ts'
import { RecruitFrame } from './frame.tsx'
import { packDay } from './pack-names.ts'
import { PackPaper } from './pack-paper.tsx'

interface PackMadeProps {
  pack: Pack
  /** Of our own check; none, unless what stands in the database is not what was sealed. */
  faults: readonly PackFault[]
}

/** A pack that has just been made: to be printed, and to be kept as a file with the same seal. */
export function PackMadePage({ pack, faults }: PackMadeProps) {
  const { vacancy } = pack
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(pack))}`
  return (
    <RecruitFrame
      title={`Pack of ${packDay(pack.madeAt)}`}
      vacancy={vacancy}
      oversees
      here={links.pack(vacancy.id)}
      crumbs={[{ label: 'Pack', href: links.pack(vacancy.id) }]}
      lead="Print this page or save it as PDF, and keep the file with it: the file can be checked, the paper can be read. Both have the same seal."
      actions={
        <a class="button primary" href={file} download={packFileName(pack)}>
          Keep the file (JSON)
        </a>
      }
      styles={['scorecard', 'sheet', 'pack']}
      scripts={['print']}
    >
      {faults.length > 0 && (
        <Notice kind="warning" title="This pack does not hold">
          <p>What stands in the database is not what was sealed:</p>
          <ul>
            {faults.map(({ where, says }) => (
              <li key={`${where} ${says}`}>
                {where}: {says}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <PackPaper pack={pack} />
    </RecruitFrame>
  )
}
