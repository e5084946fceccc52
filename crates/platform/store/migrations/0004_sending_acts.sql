-- What a sending did, so that sending again is answered with the first receipt.
ALTER TABLE sending ADD COLUMN act_id BYTEA;
