/**
 * Statements about work, written for Sightline. The language model of `language.ts` learns from them which kinds of
 * words follow each other, and how statements begin and end. They are of many trades and many shapes on purpose. To
 * teach it more, add lines: one statement a line, nothing else has to be renewed. Statements of the test pages
 * (`sample-statements.ts`) must not stand here.
 */

export const STATEMENTS = `
Plans the week ahead and leaves room for the unexpected
Explain technical terms in plain words when talking to people from other trades
Keep records up to date so that a colleague can take over at any time
Recognise when a task is beyond your own skills and ask for help early
Sets clear targets for the team and reviews progress against them every month
Listen without interrupting and check that you have understood
Knowledge of the main laws that apply to food safety
Uses data from several sources to find out why costs are rising
Build trust with suppliers by paying on time and being open about changes
Able to repair simple faults in pumps and valves under supervision
Awareness of the risks of lone working and of the steps that reduce them
Lead meetings so that everyone is heard and decisions are written down
Challenge plans that would put patients at risk, whoever has made them
Takes part in training and applies what was learned on the job
Write short reports that answer the question asked
Offer a choice of dates when the first one does not suit the visitor
Shape the culture of the organisation by rewarding honesty about mistakes
Balance the wishes of different groups when resources are short
Has a working knowledge of spreadsheets (e.g. formulas, charts and filters)
Anticipate how new regulations will affect the business and prepare for them
Follow the procedure for closing the building at night
Identify the skills that the service will require over the next five years
Share lessons from projects with other departments
Admit errors promptly and put them right without being told
Understand how your own work contributes to the goals of the unit
Negotiate contracts that give both parties a fair share of the savings
Sort incoming mail by urgency and pass it to the right desk
Coach less experienced members of staff in handling sensitive conversations
Simplify forms and letters that people find hard to understand
Test each release before it goes to users, including those with disabilities
Maintain a calm manner under pressure or when faced with provocation
Ability to read drawings and to turn them into a list of materials
Promote the exchange of good practice between sites
Treat personal information as confidential
Seek the views of those who are affected before a decision is taken
Delegate whole tasks rather than fragments, and give the authority that goes with them
Checks own figures twice before sending them out
Represent the organisation at national level and shape the debate in the field
Turn vague requests into a clear description of what is needed
Respond to messages within one working day
Monitor the quality of teaching through regular visits to lessons
Adapt your style to the audience, whether experts or members of the public
Encourage others to try new ideas and to learn from failure
Provide first-line support for common problems with printers, phones and laptops
Make the case for investment in the maintenance of older buildings
Arrange cover for absences so that the front desk is always staffed
Explains the reasons behind a policy, not just the rule
Keep tools clean, sharp and in their proper place
Create conditions in which people from every background can do well
Use plain language in letters, emails and on the website
Evaluate the results of campaigns and adjust the next one accordingly
Draw attention to conflicts of interest as soon as they arise
Knows who to contact if the alarm goes off
Develop a strategy for recruitment in trades where there is a shortage of skilled workers
Spot patterns in accident reports and propose measures to prevent them from happening again
Wear protective clothing where it is required
Design services around the lives of the people who use them
Agree priorities with your manager at the start of each week
Resolve disagreements between team members in a fair and open way
Handle cash and card payments accurately
Advise ministers on the likely effects of a change in the law
Work well with people whose views differ from your own
Estimate the time and cost of small changes to a product
Take responsibility for the outcome, even when others did part of the work
Set up equipment in line with the instructions of the maker
Give feedback that is specific, timely and kind
Link the budget to the aims set out in the annual plan
Help new starters to settle in during their first weeks
Review contracts at least once a year to make sure that they still offer value for money
Look for the cause of a defect instead of patching its symptoms
Remain polite and patient with people who are upset or confused
Think several steps ahead and prepare for what might go wrong
Bring together partners from health, housing and education to solve problems that none of them can solve alone
Present findings in a way that helps managers to choose between options
Measure what matters to residents rather than what is easy to count
Stay informed about developments in your profession
Turn down requests that fall outside the rules, and say why
Update the stock list after each delivery
Build networks inside and outside the organisation
Model the behaviour that is expected of others
Identify and remove barriers that keep people from using the service
Be open to criticism and ready to change your mind
Bear in mind the needs of night staff when planning meetings
Sees the whole picture and understands how the parts depend on each other
Ensure that risks are logged, owned and reviewed
Take notes in meetings and send them round on the same day
Prepare samples for the laboratory according to the standard method
Appreciate the pressures that other teams are under
Champion the interests of users at board level
Carry out routine checks on vehicles before they leave the depot
Assess applications against the published criteria and record the reasons for each decision
Apply lessons from other industries to improve safety at sea
Give instructions step by step and make sure that they have been understood
Inspire commitment to a shared vision of what the school could become
Deal with minor complaints on the spot
Keep to agreed deadlines or warn people in good time if this is not possible
Mentor future leaders and prepare successors for key posts
Draft replies to straightforward enquiries for approval by a senior colleague
Manage several projects at the same time without losing sight of detail
Raise concerns about working practices through the proper channels
Judge when to decide alone and when to consult
Clear desk and screen of confidential papers before leaving
Translate strategy into objectives for each section
Question assumptions, including your own, before accepting a conclusion
Recommend improvements to the layout of the shop based on sales figures and on what shoppers say
Follow up after a visit to find out whether the repair has lasted
Understanding of how the local economy works and of what employers look for
Break a large job down into parts that can be shared out
Hold contractors to account for late or poor work
Protect time for reflection and learning
Accept shifts at weekends in turn with others
Value differences and draw on them to reach better decisions
Forecast demand for beds using figures from earlier winters
Put forward ideas that save time, money or effort
Report unsafe conditions to the person in charge
Write code that others can read, test and change
Choose the right channel for each message, such as a call, a letter or a talk face to face
Secure agreement among partners with competing aims
Show respect for the time of others by being punctual
Conduct interviews in which every candidate is asked the same questions
Introduce measures that reduce waste in kitchens and canteens
Learn from colleagues who have more experience
Assist in the preparation of exhibitions and events
Interpret trends in the market and advise on where to expand
Create a climate of openness in which bad news travels fast
Measure progress with a small number of indicators that everybody understands
Greet visitors warmly and tell them how long they will have to wait
Analyse accounts and explain any variance of more than five per cent
Point out the limits of the data and of the methods used
Keep up good relations with neighbours during building work
Decide quickly when delay would cause harm
Solve routine problems by following the guide, and escalate the rest
Commission research to fill gaps in what is known about rural poverty
Support a colleague who is going through a hard time
Invest in the long-term development of people rather than in quick fixes
Demonstrate a sound grasp of statistics and of the ways in which they can mislead
Run workshops that lead to decisions
Act as a point of contact for volunteers and answer their questions
Ask open questions to find out what the caller really wants
Maintain accurate files for audit purposes
Oversee large budgets and account for how the money was spent
Organise own work so that urgent tasks are done first
Offer practical help to people who are new to the area or who do not speak the language
Influence policy in the region through evidence and persuasion
Avoid blame and focus on what can be learned
Communicate bad news honestly and with tact
Compare prices from at least three suppliers before ordering
Explore why earlier attempts have failed before proposing another
Set standards for customer care and check that they are met
Spend time on the shop floor to see how things work in practice
Take account of cost, time and quality when choosing a method
Trains others in the safe use of ladders and scaffolds
Unite the team behind a common purpose in times of change
Verify the identity of callers before giving out any details
Welcome feedback from pupils and parents, and act upon it
Aware of the signs of abuse and of the duty to report them
Responsible for the daily running of the branch
Skilled in the use of modern methods of diagnosis
Committed to the continuous improvement of services
Capable of working alone for long periods without loss of quality
Confident in speaking to large groups
Experience of leading change across a complex organisation
Understanding the limits of your role and working within them
Building lasting relationships with schools, employers and charities
Planning routes that save fuel
Managing the expectations of senior stakeholders during long projects
Taking the lead when others hesitate
Recording each contact with the family in the case file
Being honest about what can and cannot be done
Listening to what is said and to what is left unsaid
Using evidence, rather than opinion, to make decisions
Setting an example in the way that time and money are spent
Turning complex guidance into simple steps that busy staff can follow
The ability to see a problem from more than one side
A good understanding of how to protect data and privacy
Clear writing that needs no further explanation
Is trusted by peers to give a fair opinion
Does not give up at the first obstacle
Has the courage to stop a project that no longer makes sense
Can describe the main products and say whom they are for
Will go out of the way to help a guest
Supports the team leader in preparing the rota
Keeps calm when plans change at short notice
Gathers facts before making a judgement
Acts on feedback and asks for more
Builds on the ideas of others
Brings out the best in people by playing to their strengths
Considers the impact of decisions on staff, users and the environment
Develops business cases for new investments and defends them before the board
Encourages open discussion and makes sure that quiet voices are heard
Makes effective use of limited resources
Identifies training needs and arranges suitable courses
Looks beyond the current year and sets direction for the next decade
Recognises good work and says thank you
Works to agreed standards with little need for supervision
Resolves most enquiries at first contact and refers the rest to a specialist
Reads instructions carefully before starting
Ensures that policies are applied in the same way across all offices
Leads by example, particularly in difficult times
Shares information freely with those who need it
Establishes strong links with universities and research bodies
Provides clear direction in situations of crisis or conflict
Takes a long view and weighs the interests of future generations
Organises data so that it can be found again
Understands the basics of the trade and follows instructions
Translates customer requirements into technical specifications
Promotes a culture in which safety comes before speed
Drives improvement by setting stretching but realistic goals
Tests ideas with a small group before rolling them out more widely
Prepare and present monthly accounts to the finance committee
Collect feedback after each course and use it to improve the next
Develop and maintain productive working relationships with all levels of staff
Ensure compliance with legal, ethical and professional requirements
Provide expert advice to managers on complex employment matters
Lead the development of new approaches to flood protection
Contribute to team discussions and support decisions once they are made
Analyse complex information from a range of sources and draw sound conclusions
Promote and model high standards of professional conduct
Identify opportunities for cooperation with other public bodies
Monitor performance against targets and take corrective action where needed
Recognise and manage the effects of stress on yourself and others
Apply knowledge of the system to resolve issues that others cannot
Plan, carry out and document tests in accordance with standards
Work with minimal supervision on tasks of moderate difficulty
Influence senior leaders to adopt sustainable methods of production
Facilitate discussions between groups with opposing views in order to reach a compromise
Foster a spirit of enquiry and experiment within the team
Define the long-term vision for digital services and secure the funds to achieve it
Handle requests from journalists with care and refer them to the press office
Break bad habits by making the right way the easy way
Deliver training to partners overseas (both online and in person)
Maintain equipment and keep a log of repairs (date, part, cost)
Use a range of questions (open, closed or probing) to understand the situation
Manage external suppliers (for instance cleaners, caterers or security firms) and review their performance
Know the main steps of the process, from first contact to final payment
Set out options, with the costs and benefits of each
Arrive on time, ready to start
Speak up when something is not right
Meet the needs of patients while keeping within the budget
See each mistake as a chance to learn
Put yourself in the position of the person who reads your letter
Go beyond the brief when this adds real value for the client
Get the basics right every time
Find ways round obstacles without breaking the rules
Tell people what will happen next and when
Let others finish before giving your own opinion
Give credit to those who did the work
Think about the effect of your tone, words and body language on others
Show that you care about the outcome for the person in front of you
Keep promises made to the public
Take time to explain the reasons for a refusal and what else can be tried
Match the right people to the right tasks
Refer people to other agencies if their needs cannot be met here
Treat everyone with dignity, regardless of background or income
Feel at ease with figures and tables
Stand by decisions that are right even if they are not popular
Ask for advice before the problem grows
Try to see what lies behind an angry remark
Turn lessons from incidents into changes in procedures and in training
Settle claims of low value within agreed limits
Explain to customers how their data will be used and stored
Deal fairly with all suppliers
Understand what motivates each member of the team
Recover quickly from setbacks and help others to do the same
Bring fresh thinking from outside the sector
Lay out the workplace so that materials are close at hand
Pass on relevant information to the next shift
Hand over cases in good order when leaving the post
Win the support of those who will have to make the change work
Weigh the evidence before coming to a view
Serve as a role model for younger colleagues
Reduce the number of steps that a customer has to take
Empower staff to put things right without asking for permission
Remove causes of repeated errors rather than correcting each one
Adjust plans when the facts change
Draw up a plan for each pupil together with the parents
Use humour with care
Balance attention to detail with the need to finish on time
Build a common understanding of what good service looks like
Connect people who would not otherwise meet
Consult experts when the matter goes beyond your own knowledge
Obtain the consent of the patient before treatment begins
Recruit, train and retain staff with the right attitude
Keep senior management informed of risks that may affect the reputation of the organisation
Track spending each week and explain any gap between plan and actual
Produce clear minutes of meetings and follow up on actions agreed
Maintain a network of contacts who can give early warning of problems
Set priorities for the whole department in the light of available resources
Provide guidance and support to less experienced engineers
Work across boundaries to deliver joint projects with partners
Identify potential problems early and suggest possible solutions
Understand the different needs of various groups of users and respond to them in an appropriate manner
Take ownership of problems until they are fully resolved
Use the complaints procedure as a source of learning for the whole organisation
Respond positively to new ideas and to changes in direction
Develop creative solutions to problems for which there is no precedent
Actively seek feedback from clients, colleagues and managers on how to improve
Anticipate questions that the audience may raise, and have answers ready
Ensure that systems and processes are in place to support front-line staff
Communicate the vision in ways that make sense to people at every level
Review existing processes and procedures to identify areas for improvement
Promote equality and challenge discrimination wherever it occurs
Develop strategic alliances that strengthen the position of the company
Evaluate emerging technologies and their potential benefits for the business
Ensure the team has the skills, tools and information it needs to do the job
Initiate and sponsor programmes that improve the health of employees
Demonstrate an understanding of the wider political and social context
Allocate work according to the abilities and workloads of individuals
Develop policies and standards that support the goals of the organisation
Provide accurate and timely information to customers about their orders
Encourage a sense of belonging among staff who work from home
Check understanding by repeating the main points in your own words
Explain decisions to those affected by them, especially when the news is bad
Deliver results in spite of limited time and money
Create a safe environment for people to share views and raise concerns
Manage risks to the delivery of major programmes
Design jobs that make good use of the talents of staff
Read the situation and respond to the feelings behind the words
Find out what the client expects and agree what can be done by when
Make yourself available to staff who need support or advice
Take steps to understand why a service fails to reach certain parts of the community
Acknowledge the frustration of the caller and apologise where this is right
Correct misunderstandings before they lead to conflict
Offer alternatives when an item is out of stock
Support the introduction of new ways of working by explaining the benefits to others
Explain charges clearly and help people to choose the cheapest option
Give honest advice, even if it means losing a sale
Review feedback from surveys, social media and focus groups to understand what drives satisfaction
Look for opportunities to combine services so that people need to give their details only once
Keep the promise of the brand in every contact with buyers
Commit the resources that are needed for lasting change
Demonstrate commitment to the values of the service in daily decisions
Plan for peaks in demand such as holidays, sales or the end of term
Close the loop by telling staff what has become of their suggestions
Set the pace for innovation in the industry
Sponsor cross-functional teams to redesign processes from the viewpoint of the user
Steer the organisation through periods of uncertainty and rapid change
Pays attention to accuracy, neatness and safety in every job
Chair hearings fairly and give reasons for each ruling
Know when to bend a rule and when to hold firm
Prepare handover notes for the relief crew or for whoever takes over
Make sure that meetings start on time, or tell those waiting why they cannot
Help clients to choose between repair and replacement by setting out the costs of each
Write or edit articles for readers who know little about science
Restore supply as soon as possible after a fault, or arrange a substitute
Use maps, charts or models to make a point clear
Support staff when they face abuse or threats from the public
Look after tools, uniforms and other property of the firm
Set out what success will look like before the project begins
Ensure that every complaint, large or small, receives an answer
Take part in reviews of serious incidents and carry out what was agreed
Show newcomers where things are and how they work
Consider what the other party needs in order to say yes
Speak for those who cannot speak for themselves
Lead discussions on ethics, even where views clash
Turn figures into stories that stay in the mind
Provide cover for other branches if required
Plan menus that are healthy, varied and within the budget
Identify children at risk and alert the right services without delay
Prepare for inspections by keeping documents in order throughout the year
Find common ground between unions and management
Build teams whose members complement each other
Make time for people who need to talk
Develop indicators that show early whether a policy works
Use feedback from exit interviews to find out why people leave
Carry out surveys of customers and share the results with those who can act on them
Sign off expenses in line with the rules of the council
Understand how laws are made and how they can be changed
Explain to junior staff how and why decisions are reached
Guide teams through the early stages of research, when little is certain
Handle dangerous substances with due care
Influence suppliers to raise their standards of labour and of environmental protection
Make decisions that are fair to present and future members
Recognise the warning signs of burnout in colleagues and respond with care
Adapt lesson plans for pupils with special needs or with little command of the language
Assess the strengths and weaknesses of a bid, and advise whether to accept it
Present the annual accounts to shareholders and answer their questions
Prevent small problems from growing into large ones
Run the reception desk, including phones, post and visitors
Create partnerships with firms that share the same values
Provide leadership in times of crisis, when facts are few and pressure is high
Keep learning about the trade through courses, journals and talks with peers
Inform families of changes in the condition of a patient
Set up systems that make errors visible at once
Offer several ways to get in touch, such as phone, chat or letter
Restructure departments in a way that respects people
Monitor stocks of medicines and reorder before they run out
Explain the benefits of a product without hiding its limits
Teach others to use the new software with confidence
Respect cultural customs when visiting homes or places of worship
Think through the consequences for other departments before changing a procedure
Support the introduction of flexible hours
Collect debts firmly but politely
Review plans with the crew and agree who does what
Supervise students on placement and report on their progress
Take the initiative when something needs to be done
Give the same answer to the same question, whoever asks it
Bring the concerns of residents to the attention of the board
Work quickly without cutting corners
Deal with several callers at once while staying friendly and precise
Use knowledge of human behaviour to design forms that people fill in correctly
Keep customers up to date about delays and tell them what they can do in the meantime
Compile figures from all regions into a single report
Ask whether a task is still needed before making it faster
Lead the organisation towards a future in which waste is rare
`
