/* The model small.sys as SPIN reads it: one state a round, as Niklas explores it. */
short round = 0;
byte trust = 8;
byte backlog = 0;
byte severity = 8;

active proctype scenario() {
  do
  :: d_step { round < 960 ->
       if :: backlog < 15 -> backlog++ :: else -> trust = (trust > 5 -> trust - 5 : 0) fi; round++ }
  :: d_step { round < 960 ->
       if :: trust < 15 -> trust++ :: else -> backlog = (backlog > 3 -> backlog - 3 : 0) fi; round++ }
  :: d_step { round < 960 -> severity = (severity < 15 -> severity + 1 : 15); round++ }
  :: d_step { round < 960 -> severity = (severity > 0 -> severity - 1 : 0); round++ }
  od
}
