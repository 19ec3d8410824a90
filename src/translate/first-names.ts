/** First names of many origins, in lower case. Not complete and need not be: an unknown name is left as it stands. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron abby abdul abdullah abigail adam adele adrian agnes ahmed aisha ajay alan albert alec alejandro alex alexander
  alexandra alfie ali alice alison alistair amanda amber amelia amina amir amit amy ana anders andrea andrei andrew andy
  angela angus anil anita anjali ann anna anne annette annie anthony antonio april aroha arthur arun asha ashley asif
  astrid audrey ava ayesha barbara barry beata beatrice ben benjamin bernard beth betty bev beverley bilal bill billy
  bob bonnie brenda brian bridget bruce callum cameron carl carla carlos carmen carol caroline catherine cathy cecilia
  charles charlie charlotte cheryl chloe chris christina christine christopher chukwu claire clare claudia clive colin
  connor craig cristina cynthia daisy damian dan daniel daniela danny darren dave david dawn dean deb debbie deborah
  deepa deepak denise dennis derek diana diane diego dmitri dominic donald donna doreen doris dorothy doug douglas dylan
  eddie edith edward eileen elaine eleanor elena eli elif elizabeth ella ellen elsie emeka emily emma eric erik erin
  esther ethan eva eve evelyn ewan faisal fatima felix fiona fola frances francesca francis frank fraser fred freda
  freya gabriel gareth garry gary gavin geoff george georgia gerald geraldine gill gillian gina giulia glenda glenn
  gloria gordon grace graham grant greg gregory greta gurpreet habib hamid hana hannah harjit haroon harold harriet harry
  hassan hazel heather hector helen henry hilary hiroshi holly hugh hussein ian ibrahim ida imogen imran ines ingrid
  irene iris isaac isabel isabella isla ivan ivy jack jackie jacob jade jaime jake jamal james jamie jan jane janet janice
  jasmine jason javier jaya jean jeff jen jennifer jenny jeremy jess jesse jessica jill jim jimmy jo joan joanna joanne
  joe joel john johnny jon jonathan jordan jose joseph josh joshua joy joyce juan juanita judith judy julia julian julie
  june justin kahu kai kamal karen karim karl kasia kate katherine kathleen kathryn kathy katie kay keith kelly kemal
  ken kenneth kevin khalid kim kirsten kofi kris krishna krzysztof kwame kyle lakshmi lars laura lauren laurence lee leila
  len leo leon leroy lesley leslie lewis liam lily linda lisa liu liz lola lorna lorraine louis louise luca lucas lucia
  lucy luis luke lydia lynn lynne mabel madeleine maggie magnus mahmoud malcolm mandy manuel marco marcus margaret maria
  mariam marie marilyn marina mario marion marjorie mark marta martha martin mary masood mateusz matt matthew maureen
  mavis max maya mei meera megan mehmet melanie melissa mere mia michael michelle miguel mike mildred miles millie milo
  mina miriam mo mohamed mohammed molly monica morgan moses muhammad muriel musa mustafa nadia naomi natalie natasha
  nathan neil nell nadine ngozi nia nicholas nick nicola nigel nikhil nina noah noel nora norma norman nuala nur olga
  olive oliver olivia olu omar oscar owen pablo pam pamela pat patricia patrick paul paula pauline pedro peggy pete peter
  petra phil philip phoebe phyllis pierre piotr polly poppy prakash priya rachel rahul raj rajesh ralph ramon rania rashid
  raul ravi ray raymond rebecca reena reg rex rhys richard rick rita rob robert roberta roberto robin rod roger rohan
  roisin ron ronald rory rosa rosalind rose rosemary rosie ross roy ruby rupert russell ruth ryan sadie said sajid sally
  salma sam samantha samir samuel sandra sanjay santiago sara sarah saskia scott sean sebastian selma serena seth shane
  shannon sharon shaun sheila shirley sian sid siew sigrid simon simone siobhan sita sofia sonia sonya sophia sophie
  stacey stan stella stephanie stephen steve steven stuart sue sunita susan suzanne svetlana sven sylvia tamara tane tania
  tanya tara tariq ted teresa terry tessa theo theresa thomas tiago tim timothy tina toby tom tomasz tommy tony tracey
  tracy trevor trish tunde ursula uma valerie vanessa vera veronica vic vicky victor victoria vijay vikram vincent viola
  violet vivian walter wanda wayne wei wendy will william winnie winston xin yasmin yolanda yuki yusuf yvette yvonne zac
  zahra zainab zara zoe zoltan zuzana`
    .split(/\s+/)
    .filter((name) => name !== 'said'),
)
