/* The model wide.sys as SPIN reads it: one state a day, as Niklas explores it. */
byte round = 0;
byte load[16];
short pending = 0; /* which offices have handed on */
short old = 0;

inline one(k) {
  if :: load[k] < 3 -> load[k]++ :: else -> load[k] = 0; pending = pending | (1 << k) fi
}
inline passed(k) {
  if :: (old >> k) & 1 -> one((k + 1) % 16) :: else fi
}
inline day(k) {
  old = pending; pending = 0;
  one(k);
  if
  :: old != 0 ->
     passed(0); passed(1); passed(2); passed(3); passed(4); passed(5); passed(6); passed(7); passed(8); passed(9); passed(10); passed(11); passed(12); passed(13); passed(14); passed(15);
     old = 0
  :: else
  fi;
  round++
}
active proctype scenario() {
  do
  :: d_step { round < 10 -> day(0) }
  :: d_step { round < 10 -> day(1) }
  :: d_step { round < 10 -> day(2) }
  :: d_step { round < 10 -> day(3) }
  :: d_step { round < 10 -> day(4) }
  :: d_step { round < 10 -> day(5) }
  :: d_step { round < 10 -> day(6) }
  :: d_step { round < 10 -> day(7) }
  :: d_step { round < 10 -> day(8) }
  :: d_step { round < 10 -> day(9) }
  :: d_step { round < 10 -> day(10) }
  :: d_step { round < 10 -> day(11) }
  :: d_step { round < 10 -> day(12) }
  :: d_step { round < 10 -> day(13) }
  :: d_step { round < 10 -> day(14) }
  :: d_step { round < 10 -> day(15) }
  od
}
