/* The model deep.sys as SPIN reads it: one state a step, as Niklas explores it. */
short now = 0;
byte mood = 30;
bool changed = true;
byte rally = 2; /* 0 for, 1 against, 2 none yet */
byte course = 0; /* 0 keep, 1 waver, 2 turn */
byte before;

inline step(next) {
  if
  :: changed ->
     if
     :: course == 0 && mood > 45 -> course = 1
     :: else ->
        if
        :: course == 1 && mood > 50 -> course = 2
        :: else -> if :: course == 1 && mood < 40 -> course = 0 :: else -> if :: course == 2 && mood < 15 -> course = 0 :: else fi fi
        fi
     fi
  :: else
  fi;
  before = mood;
  if
  :: rally == 0 -> mood = (mood < 60 -> mood + 1 : 60)
  :: rally == 1 -> mood = (mood > 0 -> mood - 1 : 0)
  :: else
  fi;
  changed = (mood != before);
  before = 0;
  rally = next;
  now++
}
active proctype scenario() {
  do
  :: d_step { now < 12000 -> step(0) }
  :: d_step { now < 12000 -> step(1) }
  od
}
