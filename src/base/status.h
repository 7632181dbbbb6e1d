/* The exit statuses of the program. */
#ifndef PYKALA_BASE_STATUS_H
#define PYKALA_BASE_STATUS_H

/* The exit status of the process. A batch stopped by a signal ends with 128 + its number. */
enum status {
    STATUS_DONE = 0,
    STATUS_FAULT = 1,     /* the input or a paper is at fault */
    STATUS_USAGE = 2,     /* wrong use */
    STATUS_FAILURE = 3,   /* the machine failed */
    STATUS_UNCOMPARED = 4 /* answers could not be compared with their project */
};

#endif
