"""The set phrases: sayings and formulas of a few words that everybody has heard.

That a draft and a statement both have one of them tells next to nothing, however rare its words
are. The list is the project's own, written from what speakers and news writers of English say in
the same words; it names no person and no event. `~` stands for my, your, his, her, its, our, their.
"""

from __future__ import annotations

from itertools import product

_EVERYBODYS = ["my", "your", "his", "her", "its", "our", "their"]

_PHRASES = """
more art than science | not an exact science | damned if you do | damned if you don't
the root of all evil | in ~ right mind | bang for ~ buck | stop the bleeding | acted in bad faith
in good faith | in bad faith | a marathon not a sprint | not a sprint | top down | bottom up
from the top down | from the bottom up | from the ground up | the numbers don't add up | adds up to
the odds in ~ favor | against all odds | long story short | at the drop of a hat
the tip of the iceberg | the elephant in the room | a level playing field | level the playing field
a can of worms | back to the drawing board | ball is in ~ court | the best of both worlds
the worst of both worlds | beat around the bush | better late than never | bite the bullet
break the ice | burn the midnight oil | by the skin of ~ teeth | call it a day | caught red handed
come to grips with | come full circle | cut corners | cut to the chase | devil is in the details
the devil's advocate | the last straw | easier said than done | every cloud has a silver lining
a silver lining | a fish out of water | get off on the wrong foot | get ~ act together
get out of hand | give the benefit of the doubt | the benefit of the doubt | go back and forth
back and forth | go the extra mile | hit the nail on the head | hit the ground running
in the heat of the moment | in the nick of time | it takes two to tango | jump on the bandwagon
jump to conclusions | keep an eye on | keep ~ eyes open | kill two birds with one stone
last but not least | learned the hard way | let that sink in | make ends meet | miss the boat
miss the point | no pain no gain | off the top of ~ head | on the same page | on the fence
once in a blue moon | once in a lifetime | once upon a time | out of the blue | out of the box
outside the box | piece of cake | play it by ear | pull ~ leg | pull the plug
put two and two together | rule of thumb | a rule of thumb | see eye to eye | see the light of day
see the forest for the trees | sit on the fence | slip through the cracks | fall through the cracks
speak of the devil | spill the beans | with a grain of salt | taken with a grain of salt
the best thing since sliced bread | the bottom line is | the ball rolling | the big picture
the bigger picture | the calm before the storm | the early bird | the last minute
at the last minute | the other side of the coin | two sides of the same coin | the same coin
the pot calling the kettle black | the proof is in the pudding | the proof of the pudding
the rest is history | the sky is the limit | the sky's the limit | the whole nine yards
through thick and thin | time flies | time will tell | only time will tell | time and time again
to each ~ own | to make matters worse | under the weather | up in the air | wrap ~ head around
wrap ~ mind around | you can't have it both ways | have it both ways | you get what you pay for
let alone | a double edged sword | a slippery slope | a step in the right direction
a step backward | a step forward | one step at a time | first things first | first and foremost
above and beyond | above all else | all things considered | all things being equal
all of the above | all in all | all hands on deck | all of a sudden | an arm and a leg
an eye for an eye | an open book | an open secret | an uphill battle | an act of god | and so forth
and so on and so forth | as a last resort | as a rule | as good as it gets | as luck would have it
as the saying goes | as they say | as time goes on | as we speak | as you might expect
at a crossroads | at a loss for words | at a moment's notice | at all costs | at any given time
at face value | at first glance | at large | at odds with | at stake | at the eleventh hour
at the end of ~ rope | at the expense of | at the forefront of | at the heart of | at the helm of
at the mercy of | at the top of ~ game | at the top of ~ lungs | at this point in time
at this stage of the game | back in the day | back on track | back to square one
back to the future | barking up the wrong tree | be careful what you wish for | be that as it may
bear in mind | bear the brunt of | behind closed doors | behind the scenes | below the belt
beside the point | beyond a reasonable doubt | beyond the scope of | beyond ~ control
birds of a feather | blood sweat and tears | both sides of the aisle | bread and butter
break a leg | break the bank | break the mold | bring to the table | brought to ~ attention
build bridges | burn bridges | business as usual | but not least | by and large
by any means necessary | by any stretch of the imagination | by hook or by crook
by leaps and bounds | by the book | by the same token | by the way | by word of mouth
call a spade a spade | call for action | call into question | call it what you want | calm down
a case in point | cast a wide net | catch up with | change ~ mind | changed ~ life
check all the boxes | close but no cigar | close the gap | come a long way | come hell or high water
come out of the woodwork | come to an end | come to ~ senses | come to terms with
comes with the territory | connect the dots | cross the line | cross ~ fingers | crystal clear
cut ~ losses | day in and day out | day after day | dead in the water | dead on arrival
deal with the consequences | do the right thing | do ~ best | do ~ homework | do ~ part
doing the best we can | don't get me wrong | don't hold ~ breath | don't quote me on that
down the drain | down the line | down the rabbit hole | down the road | down to earth
down to the wire | draw a line in the sand | draw the line | drop in the bucket
a drop in the bucket | each and every one | each and every day | early on in | ears to the ground
eat ~ words | end of story | enough is enough | every last one | every now and then
every once in a while | every single day | every step of the way | every trick in the book
everyone and ~ mother | eye opening | face to face | face the music | fair and square | fair enough
fall by the wayside | fall on deaf ears | fall short of | fan the flames | far and away
far from over | far from perfect | few and far between | fight fire with fire | fight tooth and nail
fill in the blanks | fill ~ shoes | find common ground | flesh and blood | flip the script
food for thought | for all intents and purposes | for better or worse | for better or for worse
for good measure | for goodness sake | for lack of a better word | for one thing
for some reason or another | for the better part of | for the foreseeable future
for the good of the | for the greater good | for the love of | for the most part | for the record
for the rest of ~ life | for the sake of | for the time being | for what it's worth
forever and ever | from day one | from the bottom of ~ heart | from the get go
from the outside looking in | from time to time | from top to bottom | front and center
game changer | game over | gave birth to | get away with murder | get away with it
get back on ~ feet | get down to business | get into trouble | get it off ~ chest | get rid of
get the ball rolling | get the hang of | get the job done | get the message | get the most out of
get the word out | get to the bottom of | get to the point | give and take
give credit where credit is due | give it a shot | give it ~ all | give me a break
give up the ghost | given the circumstances | go against the grain | go down in history
go down in flames | go down that road | go for broke | go from there | go hand in hand
go out of ~ way | go through the motions | go through the roof | go with the flow | going forward
going the right direction | good enough for government work | great minds think alike
great power comes great responsibility | grin and bear it | had enough | half the battle
hand in hand | hands down | hang in there | happily ever after | hard and fast rule
hard to believe | hard to come by | hard to imagine | hard to say | has a lot to do with
has been around for | has nothing to do with | have a hard time | have ~ back | have ~ hands full
head and shoulders above | head over heels | hear me out | heart and soul | heart of gold
heart on ~ sleeve | heads or tails | heaven forbid | hell in a handbasket | here and there
here to stay | high and dry | high hopes | hindsight is twenty twenty | hit a nerve | hit or miss
hit rock bottom | hit the jackpot | hit the road | hold ~ breath | hold ~ feet to the fire
hold ~ ground | hold ~ own | hold that thought | hold water | hook line and sinker
hope for the best | how the sausage is made | i beg ~ pardon | i can't stress enough
i can't tell you how | i couldn't agree more | i could go on and on | i could not care less
i couldn't care less | i'm here to tell you | i rest my case | if memory serves | if nothing else
if push comes to shove | if worst comes to worst | if you catch my drift | if you know what i mean
ignorance is bliss | in a nutshell | in a perfect world | in a vacuum | in a very real sense
in addition to | in all fairness | in all honesty | in all likelihood | in and of itself
in any case | in any way shape or form | in broad daylight | in cold blood | in due course
in favor of | in full swing | in hindsight | in hot water | in its infancy | in ~ best interest
in ~ blood | in ~ shoes | in ~ wildest dreams | in ~ own words | in layman's terms | in light of
in no time | in no uncertain terms | in no way shape or form | in one fell swoop
in one way or another | in other words | in over ~ head | in plain english | in plain sight
in real time | in recent memory | in recent years | in retrospect | in so many words
in some way shape or form | in spite of | in the back of ~ mind | in the balance
in the blink of an eye | in the coming weeks | in the coming days | in the crosshairs
in the event of | in the eye of the beholder | in the eyes of | in the face of
in the final analysis | in the grand scheme of things | in the hands of | in the interest of
in the light of day | in the limelight | in the line of duty | in the line of fire | in the long run
in the loop | in the making | in the meantime | in the middle of nowhere | in the name of
in the near future | in the not too distant future | in the right direction | in the same boat
in the same breath | in the same vein | in the scheme of things | in the short term
in the short run | in the spotlight | in the spur of the moment | in the trenches | in the wake of
in the works | in the wrong direction | in this day and age | in tune with | ins and outs
is that a fair assessment | it comes as no surprise | it goes without saying
it has nothing to do with | it is what it is | it just goes to show | it remains to be seen
it takes a village | it's a free country | it's a good thing | it's a shame | it's all relative
it's complicated | it's never too late | it's not rocket science | it's the thought that counts
it's too early to tell | it's up to you | join forces | join the club | just around the corner
just in case | just like that | just the beginning | just the other day | keep in mind
keep in touch | keep it simple | keep ~ chin up | keep ~ cool | keep ~ fingers crossed
keep ~ head down | keep ~ mouth shut | keep pace with | keep tabs on | keep the lights on
keep track of | keep up the good work | keep up with the joneses | kick the can down the road
kill the messenger | knock it out of the park | know the difference between
know what you're getting into | lay of the land | lay the groundwork | lead by example
leave a bad taste | leave no stone unturned | leaves a lot to be desired | left and right
left to ~ own devices | lend a hand | less is more | lesser of two evils | the lesser of two evils
let bygones be bygones | let it go | let me be clear | let ~ guard down | let ~ hair down
let the chips fall | let's be honest | let's be real | let's face it | life and death
life is short | life is too short | like a fish out of water | like a ton of bricks | like clockwork
like it or not | like nobody's business | like the back of ~ hand | like there's no tomorrow
like two peas in a pod | live and learn | live to tell the tale | live up to the hype | long overdue
long time no see | look on the bright side | look the other way | loud and clear | low hanging fruit
luck of the draw | make a difference | make a name for | make a point | make do with
make it or break it | make ~ own luck | make no mistake | make or break | make sense of
make the best of | make the most of it | make up for lost time | make up ~ mind | man of the people
match made in heaven | matter of fact | matter of life and death | matter of opinion
matter of time | a matter of time | means to an end | meet halfway | meet the criteria
mind ~ own business | mind over matter | miss out on | missing piece of the puzzle | mixed bag
money doesn't grow on trees | money talks | more often than not | more or less
more than anything else | more than ever before | more than meets the eye | more than welcome
move mountains | move the needle | moving forward | moving the goalposts | much needed
music to ~ ears | ~ cup of tea | ~ hands are tied | ~ heart goes out to | ~ two cents
~ way or the highway | necessary evil | need no introduction | needle in a haystack
needless to say | neither here nor there | never in a million years | never mind | never say never
night and day | nine times out of ten | no doubt about it | no end in sight | no guts no glory
no ifs ands or buts | no laughing matter | no matter what happens | no matter what
no news is good news | no pun intended | no questions asked | no rhyme or reason | no room for error
no strings attached | no such thing as | no turning back | no two ways about it | none of ~ business
not a big deal | not by a long shot | not going anywhere | not in the least | not my cup of tea
not so fast | not to be confused with | not to mention | not too shabby
nothing to write home about | nothing ventured nothing gained | now and then | now more than ever
now or never | odds and ends | of the utmost importance | off and on | off the beaten path
off the charts | off the cuff | off the hook | off the record | off the shelf | old habits die hard
on a daily basis | on a roll | on a shoestring budget | on a silver platter | on a whim
on all fronts | on and off | on average | on behalf of | on cloud nine | on ~ own terms | on ~ way
on ~ mind | on ~ watch | on ~ plate | on ~ behalf | on its face | on par with | on shaky ground
on thin ice | on the back burner | on the ball | on the bright side | on the brink of
on the cusp of | on the cutting edge | on the edge of ~ seat | on the flip side | on the fly
on the front lines | on the horizon | on the line | on the other side of | on the part of
on the right side of history | on the right track | on the rocks | on the ropes | on the rise
on the same wavelength | on the side of | on the spot | on the table | on the tip of ~ tongue
on the verge of | on the wrong side of | on top of that | once and for all | once bitten twice shy
one and only | one and the same | one day at a time | one foot in the door | one for the books
one in a million | one of a kind | one of the best | one of the biggest | one of the first
one of the few | one of the greatest | one of the reasons | one thing at a time
one thing led to another | one thing or another | one way or another | only a matter of time
open and shut | open ~ eyes | open the door to | open the floodgates | opposites attract
or lack thereof | or something like that | other than that | out and about | out in the open
out of business | out of context | out of control | out of curiosity | out of ~ comfort zone
out of ~ control | out of ~ hands | out of ~ league | out of ~ mind | out of ~ way | out of luck
out of nowhere | out of order | out of pocket | out of sight out of mind | out of the gate
out of the loop | out of the ordinary | out of the picture | out of the question | out of the way
out of the woods | out of thin air | out of touch | out of touch with reality | over a barrel
over and over again | over and over | over my dead body | over the hill | over the long haul
over the moon | over the top | par for the course | pass the buck | pass the torch | past ~ prime
pave the way | pay attention | pay dividends | pay ~ dues | pay it forward | pay lip service
pay the price | peace of mind | persona non grata | pick and choose | pick ~ battles
pick up the pace | pick up the pieces | pick up where we left off
picture is worth a thousand words | plain and simple | plain sailing | play a role in
play an important role | play catch up | play devil's advocate | play hardball | play ~ cards right
play the long game | play with fire | playing with fire | pleaded not guilty | point of no return
point of view | poke holes in | politics as usual | practice makes perfect
practice what you preach | pros and cons | pull it off | pull no punches | pull out all the stops
pull ~ own weight | pull strings | pull the rug out | pull the trigger | pulling ~ hair out
push comes to shove | push the boundaries | push the envelope | put a stop to | put an end to
put it another way | put it behind | put it on the back burner | put it this way
put lipstick on a pig | put on a brave face | put on hold | put ~ best foot forward
put ~ finger on | put ~ foot down | put ~ foot in ~ mouth | put ~ heads together | put ~ mind to
put ~ name on | put ~ trust in | put the cart before the horse | put the pedal to the metal
put things in perspective | quality of life | quid pro quo | race against time | race to the bottom
rags to riches | rain or shine | raise the bar | raise the stakes | raised eyebrows
raining cats and dogs | reach out to | read between the lines | ready or not | reap the benefits
red flag | red tape | reinvent the wheel | right around the corner | right off the bat
right out of the gate | right under ~ nose | rings a bell | rise to the occasion | roll the dice
roll up ~ sleeves | room for improvement | rose colored glasses | rough around the edges
rub ~ the wrong way | run ~ course | run for ~ money | run of the mill | run out of steam
running on empty | rush to judgment | safe and sound | safe to say | same old same old | save face
save the best for last | save the day | say no more | scratch the surface | second nature
second to none | see for yourself | see it coming | seeing is believing | seen better days
sell like hotcakes | separate the wheat from the chaff | set an example | set foot in
set in motion | set in stone | set the bar | set the record straight | set the stage | set the tone
shake things up | shed light on | shed some light | ships passing in the night | shoot for the moon
shoot ~ in the foot | shoot the breeze | short and sweet | shot in the arm | shot in the dark
sick and tired | side by side | sign of the times | signed sealed and delivered | sink or swim
skeletons in the closet | sleep on it | slow and steady wins the race | slow but steady | small talk
smoke and mirrors | so far so good | so on and so forth | so to speak | something along those lines
something for everyone | sooner or later | sooner rather than later | sour grapes | speak ~ mind
speak for itself | speaks for itself | speaks volumes | spread the word | spread too thin
stand in the way | stand on ~ own | stand the test of time | stands to reason | state of affairs
state of mind | state of the art | status quo | stay on top of | stay the course | stay tuned
steal the show | steal ~ thunder | steep learning curve | step by step | step in the right direction
step up ~ game | step up to the plate | stick to ~ guns | strike a balance | strike a chord
strike while the iron is hot | strings attached | such as it is | supply and demand
survival of the fittest | take a back seat | take a chance on | take a deep breath | take a look at
take a stand | take a step back | take a toll | take action | take advantage of | take care of
take center stage | take ~ time | take ~ word for it | take ~ breath away | take into account
take into consideration | take it a step further | take it easy | take it for granted
take it for what it's worth | take it from there | take it or leave it | take it to the next level
take it upon | take matters into ~ own hands | take no prisoners | take on the role
take ownership of | take part in | take responsibility for | take the bait
take the bull by the horns | take the cake | take the high road | take the lead | take the plunge
take the time to | takes one to know one | taking into account | talk is cheap | talk of the town
talk the talk | teach an old dog new tricks | tell it like it is | test of time | test the waters
thanks but no thanks | that being said | that said | that ship has sailed | that's a great question
that's all there is to it | that's beside the point | that's how it works
that's just the way it is | that's neither here nor there | that's not how it works
that's the name of the game | that's the way the cookie crumbles | the answer is no
the backbone of | the balance of power | the be all end all | the beginning of the end
the benefit of hindsight | the better part of | the black sheep | the blame game
the blind leading the blind | the bright side | the buck stops here | the bulk of
the burden of proof | the case can be made | the clock is ticking | the court of public opinion
the cream of the crop | the crux of | the cutting edge | the dark side | the day after tomorrow
the dust settles | the end of an era | the end of the day | the end of the road
the end of the tunnel | the end of the world | the ends justify the means
the exception that proves the rule | the exception to the rule | the fact of the matter is
the final nail in the coffin | the first step is | the gift that keeps on giving | the golden rule
the good old days | the grass is always greener | the hard way | the heart of the matter
the icing on the cake | the jury is still out | the last thing you want
the law of unintended consequences | the letter of the law | the lion's share of
the long and short of it | the long arm of the law | the lowest common denominator
the middle of the road | the moment of truth | the moral of the story | the more the merrier
the more things change | the name of the game | the nature of the beast | the new normal
the next big thing | the next thing you know | the odd one out | the odds are
the oldest trick in the book | the one thing i would say | the one percent | the other way around
the path of least resistance | the perfect storm | the point of no return | the powers that be
the price of admission | the pursuit of happiness | the rank and file | the real deal
the rest of ~ life | the right to bear arms | the rise and fall of | the rules of the game
the rules of the road | the same thing over and over | the short answer is
the short end of the stick | the simple fact is | the sooner the better | the state of the union
the status quo | the thing of the past | a thing of the past | the tides have turned
the time is right | the time of ~ life | the tip of ~ tongue | the ultimate goal | the unsung heroes
the upper hand | the usual suspects | the vast majority of | the very least | the way forward
the way it is | the way of the future | the whole point | the wisdom of crowds
the word on the street | the world is ~ oyster | the writing is on the wall
there are no guarantees | there is no question that | there is nothing wrong with
there's a first time for everything | there's more where that came from | there's no denying
there's no free lunch | there's no place like home | there's no time like the present
there's no way to know | there's something to be said for | there's strength in numbers
thick and thin | thick skin | third time's the charm | this day and age | this is not a drill
this is the first time | this just in | thorn in ~ side | those in power | those were the days
throw caution to the wind | throw ~ hat in the ring | throw in the towel | throw money at
throw under the bus | under the bus | thrown under the bus | tie the knot | tied up in knots
time after time | time and again | time heals all wounds | time is money | time is of the essence
time is running out | tip of the spear | tip the scales | to a certain extent | to a large extent
to be fair | to be honest with you | to be perfectly honest | to begin with
to cut a long story short | to err is human | to ~ credit | to ~ knowledge | to ~ surprise
to ~ advantage | to put it bluntly | to put it lightly | to put it mildly | to put it nicely
to put it simply | to say the least | to some degree | to some extent | to tell you the truth
to the best of ~ ability | to the best of ~ knowledge | to the contrary | to the core
to the detriment of | to the extent possible | to the extent that | to the fullest extent
to the letter | to the max | to the point where | to the tune of | to this day | to top it off
too big to fail | too close for comfort | too close to call | too early to say | too good to be true
too little too late | too many cooks | tooth and nail | touch and go | touch base
tough act to follow | tough call | trial and error | trial by fire | tried and true | true to form
true to ~ word | turn a blind eye | turn a corner | turn back the clock | turn ~ back on
turn of events | turn of phrase | turn over a new leaf | turn the page | turn the tables
turn the tide | twenty four seven | twist ~ arm | two can play at that game
two heads are better than one | two wrongs don't make a right | under no circumstances
under ~ belt | under ~ breath | under ~ nose | under ~ skin | under ~ wing | under lock and key
under one roof | under the circumstances | under the gun | under the hood | under the impression
under the influence | under the microscope | under the radar | under the rug | under the sun
under the table | until proven guilty | until the cows come home | up and coming | up and down
up and running | up close and personal | up for debate | up for grabs | up ~ sleeve | up the ante
up the creek without a paddle | up to date | up to par | up to snuff | up to speed | ups and downs
vice versa | vicious circle | vicious cycle | wait and see | wake up call | walk a fine line
walk a mile in ~ shoes | walk in the park | walk of life | walks of life | walk on eggshells
walk the line | walk the walk | warts and all | wash ~ hands of | waste of time | a waste of time
water under the bridge | way ahead of ~ time | we all have ~ moments | we are all in this together
we can agree to disagree | agree to disagree | a long way to go | we hold these truths
we'll see what happens | we're all in the same boat | wear and tear | wear ~ heart on ~ sleeve
wear many hats | weather the storm | weigh in on | welcome to the club | well and good
well versed in | what a difference a day makes | what comes around goes around
what could possibly go wrong | what could go wrong | what goes around comes around
what goes up must come down | what have you | what i'm trying to say | what it comes down to
what it's all about | what makes ~ tick | what more could you want | what was i thinking
what works and what doesn't | whatever floats ~ boat | whatever it takes | when all else fails
when all is said and done | when hell freezes over | when in rome | when it rains it pours
when life gives you lemons | when pigs fly | when push comes to shove | when the dust settles
when the going gets tough | when the rubber meets the road | when the time comes
where do we go from here | where the magic happens | where the rubber meets the road
where there's smoke there's fire | whether or not | whether you like it or not
which begs the question | who in ~ right mind | who knows what will happen | wide range of
wild goose chase | win or lose | win some lose some | wishful thinking | with a bang
with a vengeance | with all due respect | with all ~ heart | with ~ eyes closed
with ~ tail between ~ legs | with flying colors | with great power | with ~ back against the wall
with no end in sight | with open arms | with reckless abandon | with respect to
with that being said | with the exception of | with the naked eye | within a stone's throw
within arm's reach | within reason | within striking distance | without a doubt
without a shadow of a doubt | without further ado | without fail | without question
wolf in sheep's clothing | word for word | word of mouth | words can't describe
work hard play hard | work in progress | a work in progress | work ~ butts off | work ~ butt off
worked ~ butts off | work ~ way up | work out for the best | work like a charm | works both ways
world of difference | worlds apart | worst case scenario | worst nightmare | worth every penny
worth its weight in gold | worth ~ while | worth the wait | wouldn't be caught dead
writing on the wall | year in and year out | year over year | year to date | years and years
yes and no | you are what you eat | you are not alone | you be the judge
you can do better than that | you can say that again | you can't judge a book
you can't make everyone happy | you can't please everyone | you can't put a price on
you can't teach an old dog | you could hear a pin drop | you get the idea | you get the picture
you have to start somewhere | you know the drill | you learn something new every day
you live and you learn | you made ~ bed | you never know | you only live once
you reap what you sow | you scratch my back | you see where i'm going | you win some you lose some
~ mileage may vary | could not be reached for comment | did not return phone calls
did not return a message | declined to comment | declined to be identified
declined to give details | declined to elaborate | refused to comment | requests for comment
asked not to be named | on condition of anonymity | speaking on condition of anonymity
according to the report | according to court documents | according to people briefed on
according to a statement | a person with knowledge of | in an interview with
in a telephone interview | told the associated press | told a news conference | at a news conference
said in a statement | a statement released | in a prepared statement | a written statement
issued a statement | is expected to | was expected to | is expected to rise | is likely to
dow jones industrial average | standard and poor's | nasdaq composite | composite index
year treasury note | basis points | the benchmark | new york stock exchange | the federal reserve
interest rates | a year earlier | from a year ago | compared with the same period | in early trading
in afternoon trading | in heavy trading | the lowest level since | the highest level since
its highest level since | its lowest level since | presidential candidate | presidential campaign
democratic presidential | republican presidential | the democratic party | the republican party
vice president | house of representatives | senate majority leader | the house speaker
chief executive officer | chief financial officer | the united nations | the european union
security council | first lady | commander in chief | weapons of mass destruction
members of congress | department of justice | department of defense | law enforcement
the executive branch | executive order | state of emergency | civil rights | human rights
freedom of speech | war on terror | health care | affordable care act | social security
minimum wage | was taken to a hospital | was pronounced dead | was taken into custody
was charged with | has been charged with | has pleaded not guilty | found not guilty
sentenced to life in prison | faces up to | years in prison | killed in action
in critical condition | in stable condition | died of a heart attack | survived by
a private funeral | houston we have a problem | to be or not to be | that is the question
i have a dream | yes we can | the force be with you | beam me up | i'll be back | elementary my dear
with liberty and justice for all | all men are created equal | we the people | in god we trust
so help me god | the whole truth | nothing but the truth | innocent until proven guilty
"""


def _spelled_out(phrase: str) -> list[str]:
    words = phrase.lower().split()
    options = [_EVERYBODYS if word == "~" else [word] for word in words]
    return [" ".join(chosen) for chosen in product(*options)]


SET_PHRASES: tuple[str, ...] = tuple(
    dict.fromkeys(
        same
        for phrase in _PHRASES.replace("\n", "|").split("|")
        if phrase.strip()
        for same in _spelled_out(phrase)
    )
)
"""All of them, in small letters, with a space between each two words."""
