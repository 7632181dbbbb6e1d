/*
 * within SECONDS MIB COMMAND…: runs the command and ends with its exit status, or with 124 and a
 * message when it took more time or memory (of its largest process) than that. Such a command is
 * killed. PYKALA_WITHIN names a file to which what was used is appended.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EXCEEDED = 124, NOT_STARTED = 127 };

static volatile sig_atomic_t timed_out;
static pid_t child;

static void out_of_time(int signal)
{
    (void)signal;
    timed_out = true;
    kill(-child, SIGKILL);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void start(char **command)
{
    child = fork();
    if (child != 0)
        return;
    setpgid(0, 0);
    execvp(*command, command);
    perror(*command);
    _exit(NOT_STARTED);
}

static void log_use(double seconds, long mebibytes, char **command)
{
    const char *name = getenv("PYKALA_WITHIN");
    FILE *log = name ? fopen(name, "a") : NULL;
    if (!log)
        return;
    fprintf(log, "%.2f s %ld MiB:", seconds, mebibytes);
    for (; *command; command++)
        fprintf(log, " %s", *command);
    fprintf(log, "\n");
    fclose(log);
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    long most_seconds = strtol(argv[1], NULL, 10), most_mebibytes = strtol(argv[2], NULL, 10);
    double begun = seconds_now();
    int status = 0;
    struct rusage usage = {0};
    start(argv + 3);
    setpgid(child, child);
    signal(SIGALRM, out_of_time);
    alarm((unsigned)most_seconds);
    while (wait4(child, &status, 0, &usage) < 0)
        ;
    long mebibytes = usage.ru_maxrss / 1024;
    log_use(seconds_now() - begun, mebibytes, argv + 3);
    if (timed_out || mebibytes > most_mebibytes) {
        fprintf(stderr, "within: %.1f s, %ld MiB, more than %ld s or %ld MiB\n",
                seconds_now() - begun, mebibytes, most_seconds, most_mebibytes);
        return EXCEEDED;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
