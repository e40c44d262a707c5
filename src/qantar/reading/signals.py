"""What the words of a sentence tell at first sight, as bits; see `look`, which finds them."""

NUMBER = 1 << 0  # a number
TELLING = 1 << 1  # can say what a number counts
OUTCOME = 1 << 2  # an outcome or a case, which a bare number of the next sentence may carry on
TROOPS = 1 << 3  # soldiers
MISSION = 1 << 4  # a mission abroad
LINK = 1 << 5  # ties soldiers named before to a number
NO = 1 << 6  # a "no", which is a number before a countable noun
COUNTABLE = 1 << 7  # such a noun
SPEAKER = 1 << 8  # who can state something
WORDS = 1 << 9  # a number in words
STATED = 1 << 10  # a word of stating, by which the subject of the text can explain a bare number
TIE = 1 << 11  # ties a speaker to a statement
SUBJECT = 1 << 12  # a speaker who is remembered by name without a statement
GOVERNS = 1 << 13  # can say what a number counts that follows it at once
NOUN = 1 << 14  # one named by a noun, which a bare number of a later sentence may carry on
SENDING = 1 << 15  # sends, promises or withdraws soldiers
ANY = (1 << 16) - 1  # all of these: nobody has looked, or the look cannot tell
