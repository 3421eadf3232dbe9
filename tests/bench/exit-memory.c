/* exit-memory.c: runs a program, stops it just before it ends, and weighs it
 *
 * usage: exit-memory PROGRAM [ARGUMENT…]; what the program prints goes nowhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static void
say_memory (pid_t pid)
{
  char path[64], line[256];
  double kib;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int) pid);
  file = fopen (path, "r");
  while (file && fgets (line, sizeof line, file))
    if (sscanf (line, "Pss: %lf", &kib) == 1)
      printf ("sample pss-mib %.3f\n", kib / 1024);
    else if (sscanf (line, "Private_Dirty: %lf", &kib) == 1)
      printf ("sample private-dirty-mib %.3f\n", kib / 1024);
  if (file)
    fclose (file);
}

static int
run (char **argv)
{
  int nowhere = open ("/dev/null", O_WRONLY);

  dup2 (nowhere, STDOUT_FILENO);
  ptrace (PTRACE_TRACEME, 0, NULL, NULL);
  execv (argv[0], argv);
  return 127;
}

int
main (int argc, char **argv)
{
  pid_t pid;
  int status;

  if (argc < 2)
    return 2;
  pid = fork ();
  if (pid == 0)
    _exit (run (argv + 1));
  /* It stops when it has become the program. */
  if (waitpid (pid, &status, 0) != pid || !WIFSTOPPED (status))
    return 1;
  ptrace (PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL);
  ptrace (PTRACE_CONT, pid, NULL, NULL);
  while (waitpid (pid, &status, 0) == pid && WIFSTOPPED (status))
    {
      int event = status >> 16, signal = WSTOPSIG (status);

      if (event == PTRACE_EVENT_EXIT)
        say_memory (pid);
      ptrace (PTRACE_CONT, pid, NULL, event || signal == SIGTRAP ? 0 : signal);
    }
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
