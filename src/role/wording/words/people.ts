import type { WordList } from '../mark.ts'

/** A sentence that opens the door to everybody may name what it opens it to. */
const EVERYBODY =
  /\b(?:whatever (?:your|their|one)|regardless of|irrespective of|no matter|without regard|we welcome|welcome(?:s)? (?:all|applic|people|every)|everybody|everyone|all (?:ages|backgrounds)|any (?:age|background)|equal opportunit|not discriminate|discrimination|protected characteristic|adjustments?)\b/i

export const AGE: WordList = {
  kind: 'age',
  except: EVERYBODY,
  entries: [
    {
      words:
        'young(?:er)?(?: (?:and|,) [a-z]+)? (?:team|person|people|professional|professionals|company|individual|workforce|man|woman|graduate|candidates?|environment)|young(?=,? (?:and )?[a-z-]+ (?:player|person|people|team|professional|individual))|young at heart|youthful|fresh[ -]faced|young and dynamic|young, dynamic',
      why: 'People who are not young read that they are not meant, and it says nothing of the work.',
      instead: 'Leave it out, or say what the team does.',
    },
    {
      words:
        'digital natives?|millennials?|gen(?:eration)? ?-?[xyz]|recent(?:ly)? (?:graduates?|graduated|school[ -]leavers?)|(?:new|fresh) graduates?|school[ -]leavers?|recently qualified|early in (?:your|their) career|career starters?',
      why: 'It stands for an age, and there are others who can do the work.',
      instead: 'Say what somebody must be able to do, and that it can be learned here if it can.',
    },
    {
      words:
        'mature (?:person|individual|candidate|attitude|approach|outlook)|old[ -]school|energetic|high[ -]energy|full of energy|boundless energy|sprightly|(?:too|over)[ -]?qualified|overqualified',
      why: 'It is read as an age.',
      instead: 'Say what the work asks for, such as how many customers in a day.',
    },
    {
      words:
        "(?:aged|ages?d? between|between the ages of) \\d{2}(?: ?(?:to|and|-|–) ?\\d{2})?|(?:under|below|not older than|maximum age(?: of)?|no older than|up to) (?:the age of )?\\d{2}(?= years of age| years old)|\\d{2} ?(?:to|-|–) ?\\d{2} years old|(?:maximum|at most|no more than|up to) (?:\\d+|two|three|four|five|six|ten) years?'? (?:of )?experience",
      why: 'A limit of age, or of years that stand for it, needs a reason in law, and the job seldom has one.',
      instead: 'Say what somebody must be able to do.',
    },
  ],
}

export const ABILITY: WordList = {
  kind: 'ability',
  except: /\badjustments?\b|\bwhatever (?:your|their)\b|\bregardless of\b/i,
  entries: [
    {
      words:
        'able[ -]bodied|physically (?:fit|able|strong)|(?:good|excellent|perfect|robust) (?:physical )?(?:health|eyesight|hearing|fitness)|in good health|fit and healthy|must be fit|healthy (?:person|individual|candidate)|(?:good|excellent|clean|full) (?:sickness|attendance) record|no (?:sickness|health) (?:record|problems?|issues?)|excellent attendance',
      why: 'It shuts out people who could do the work, perhaps with an adjustment.',
      instead: 'Say what the work involves, such as “You carry parcels of up to 10 kg; we make adjustments.”',
    },
    {
      words:
        '(?:must be |be |are |is )?able to (?:stand|walk|sit|climb|kneel|bend|lift|carry|see|hear)(?: [a-z0-9]+){0,4}|clear (?:speaking )?voice|(?:stand|standing|sit|sitting) for long periods|on (?:your|their) feet all day',
      why: 'It asks for a body and not for a result.',
      instead: 'Say what has to be moved, reached or understood, and that adjustments are made.',
    },
    {
      words:
        'crazy|insane(?:ly)?|psycho(?:tic)?|lunatic|maniac|schizophrenic|bipolar|(?:a bit |slightly |totally )?ocd|spastic|lame|crippl(?:ed|ing)|retarded|handicapped|wheelchair[ -]bound|suffer(?:s|ing)? from (?:a )?(?:disabilit(?:y|ies)|autism|dyslexia)|mentally (?:strong|tough|stable)|normal people|turn(?:s|ing)? a (?:blind eye|deaf ear)|tone[ -]deaf|fall(?:s|ing)? on deaf ears',
      why: 'It uses an illness or a disability as a picture or as a fault.',
      instead: 'Say plainly what is meant, such as “very busy” or “takes no notice”.',
    },
  ],
}

export const ORIGIN: WordList = {
  kind: 'origin',
  except: EVERYBODY,
  entries: [
    {
      words:
        "native(?:[ -]level)? (?:[a-z]+ )?(?:speakers?|english|command)|native[ -]like|mother[ -]tongue(?: [a-z]+)?|english as (?:a |your |their )?first language|first[ -]language [a-z]+|(?:perfect|flawless|accent[ -]free|unaccented|bbc|queen's|king's) english|(?:without|no|neutral|strong|foreign) (?:foreign )?accents?",
      why: 'It asks where somebody grew up, and not how well they understand and are understood.',
      instead: 'Say what is done in which language, such as “You explain bills on the telephone in English.”',
    },
    {
      words:
        '(?:british|uk|english|irish|australian|american|us|eu|european|new zealand|canadian) (?:nationals?|citizens?|born|passport holders?|candidates?|applicants?)(?: only)?|(?:nationals?|citizens?|locals?) only|local (?:candidates?|applicants?) only|(?:uk|british|local|kiwi|australian|canadian|us|american) (?:work )?experience (?:only|required|essential|preferred)|born in|of british origin',
      why: 'Where somebody comes from may not decide; that they may work here can be checked later, with everybody.',
      instead: 'Write “You have, or can get, the right to work here”, and only if it matters.',
    },
    {
      words:
        '(?:good |great |strong |right )?cultur(?:e|al) fit|fits? (?:in(?:to)? )?(?:with )?our culture|one of us|like[ -]minded people|christian names?|oriental|exotic|third[ -]world|tribe|spirit animal|black ?list(?:s|ed|ing)?|white ?list(?:s|ed|ing)?|grandfathered|master/slave',
      why: 'It is read as “people like us”, or comes from a time that put people into ranks.',
      instead: 'Say how you work together, such as “We decide in the weekly meeting and write it down.”',
    },
  ],
}

export const PRIVATE: WordList = {
  kind: 'private',
  except: EVERYBODY,
  entries: [
    {
      words:
        'marital status|(?:un)?married|single (?:person|man|woman|status)|no (?:children|dependants|family commitments|family ties)|without (?:children|dependants|family commitments)|family (?:plans|planning|status|commitments|circumstances)|child ?care arrangements|pregnan(?:t|cy)|maternity plans|plans? to have children',
      why: 'Family is nobody’s business here, and asking about it is unlawful in many countries.',
      instead: 'Leave it out. Say the hours and the travel, so that everybody can judge for themselves.',
    },
    {
      words:
        'religio(?:n|us) (?:beliefs?|affiliation|views?)|practi[sc]ing (?:christian|catholic|muslim|jew|hindu)|church[ -]?goers?|your religion|faith background|sexual orientation|political (?:views?|opinions?|affiliation|party)|(?:trade )?union (?:members?|membership)|gender reassignment',
      why: 'It is protected by law and says nothing of how the work is done.',
      instead: 'Leave it out.',
    },
    {
      words:
        '(?:date|place|year) of birth|(?:recent |passport |enclose (?:a )?|attach (?:a )?|include (?:a )?|with (?:a )?|your )(?:passport )?photo(?:graph)?s?|state your (?:age|gender|sex|nationality|religion|race|ethnicity)|your (?:age|nationality|race|ethnic origin|weight|height)|medical history|criminal record|credit (?:check|history)|social media (?:profiles?|accounts?)',
      why: 'It tells of the person and not of the work, and colours the first look at an application.',
      instead: 'Leave it out. If a check is required by law, say which one and when it is made.',
    },
  ],
}
