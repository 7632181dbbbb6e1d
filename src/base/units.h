/*
 * Lengths on paper are whole 1/64 pt (1 pt = 1/72 inch), so that layout is the same on every
 * machine. x grows to the right, y grows down from the top of the page.
 */
#ifndef PYKALA_BASE_UNITS_H
#define PYKALA_BASE_UNITS_H

#include <stdint.h>

typedef int32_t pt64;

#define PT(points) ((pt64)((points)*64))

/* 1 mm = 72 / 25.4 pt. */
#define MM(millimetres) ((pt64)((millimetres)*64 * 72 / 25.4 + 0.5))

#endif
