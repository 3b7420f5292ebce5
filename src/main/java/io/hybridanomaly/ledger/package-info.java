/**
 * What an auditor asks of a table of amounts: whether their digits follow Benford's law, which rows
 * deviate most, which repeat, which are round and which lie just below a limit. Every answer names
 * the rows of the file. Knows no framework and no files.
 */
@NullMarked
package io.hybridanomaly.ledger;

import org.jspecify.annotations.NullMarked;
