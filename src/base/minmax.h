/* The lesser and the greater of two numbers, which are written out twice. */
#ifndef PYKALA_BASE_MINMAX_H
#define PYKALA_BASE_MINMAX_H

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

#endif
